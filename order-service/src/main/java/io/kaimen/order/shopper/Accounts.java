package io.kaimen.order.shopper;

import io.kaimen.contracts.account.AccountsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Account-service's accounts. */
@FeignClient(name = "account-service", contextId = "accounts")
interface Accounts extends AccountsApi {}
