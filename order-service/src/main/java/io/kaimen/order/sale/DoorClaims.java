package io.kaimen.order.sale;

import io.kaimen.contracts.device.DoorClaimsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service's claims on doors. */
@FeignClient(name = "device-service", contextId = "doorClaims")
public interface DoorClaims extends DoorClaimsApi {}
