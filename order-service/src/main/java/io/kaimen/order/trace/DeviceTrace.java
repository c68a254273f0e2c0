package io.kaimen.order.trace;

import io.kaimen.contracts.trace.TraceApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Device-service's part of traces. */
@FeignClient(name = "device-service", contextId = "deviceTrace")
interface DeviceTrace extends TraceApi {}
