package io.kaimen.order.live;

import io.kaimen.contracts.device.LiveDoorsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service's word on what an open door's scales say; given up early, see application.yml. */
@FeignClient(name = "device-service", contextId = "liveDoors")
interface LiveDoors extends LiveDoorsApi {}
