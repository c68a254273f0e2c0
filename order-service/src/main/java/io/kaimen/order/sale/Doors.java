package io.kaimen.order.sale;

import io.kaimen.contracts.device.DoorSessionsApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service's word on doors, asked for. */
@FeignClient(name = "device-service", contextId = "doorSessions")
interface Doors extends DoorSessionsApi {}
