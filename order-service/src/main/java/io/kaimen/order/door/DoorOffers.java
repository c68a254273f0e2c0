package io.kaimen.order.door;

import io.kaimen.contracts.device.DoorOffersApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service's doors and what they sell. */
@FeignClient(name = "device-service", contextId = "doorOffers")
interface DoorOffers extends DoorOffersApi {}
