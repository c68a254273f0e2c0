package io.kaimen.order.trace;

import io.kaimen.contracts.trace.TraceApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Channel-service's part of traces. */
@FeignClient(name = "channel-service", contextId = "channelTrace")
interface ChannelTrace extends TraceApi {}
