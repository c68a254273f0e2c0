package io.kaimen.order.placing;

import io.kaimen.contracts.account.PurchaseHoldsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Account-service's holds. */
@FeignClient(name = "account-service", contextId = "purchaseHolds")
interface PurchaseHolds extends PurchaseHoldsApi {}
