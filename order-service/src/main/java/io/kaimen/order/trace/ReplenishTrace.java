package io.kaimen.order.trace;

import io.kaimen.contracts.trace.TraceApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Replenish-service's part of traces. */
@FeignClient(name = "replenish-service", contextId = "replenishTrace")
interface ReplenishTrace extends TraceApi {}
