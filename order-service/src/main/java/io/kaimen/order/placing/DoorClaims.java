package io.kaimen.order.placing;

import io.kaimen.contracts.device.DoorClaimsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service's claims on doors. */
@FeignClient(name = "device-service", contextId = "doorClaims")
interface DoorClaims extends DoorClaimsApi {}
