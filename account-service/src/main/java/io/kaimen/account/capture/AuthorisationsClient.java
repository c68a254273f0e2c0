package io.kaimen.account.capture;

import io.kaimen.contracts.channel.AuthorisationsApi;
import org.springframework.cloud.openfeign.FeignClient;

@FeignClient(name = "channel-service", contextId = "authorisations", primary = false)
interface AuthorisationsClient extends AuthorisationsApi {}
