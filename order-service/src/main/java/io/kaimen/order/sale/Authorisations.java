package io.kaimen.order.sale;

import io.kaimen.contracts.channel.AuthorisationsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Channel-service's authorisations. */
@FeignClient(name = "channel-service", contextId = "authorisations")
public interface Authorisations extends AuthorisationsApi {}
