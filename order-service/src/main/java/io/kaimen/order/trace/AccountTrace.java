package io.kaimen.order.trace;

import io.kaimen.contracts.trace.TraceApi;
import org.springframework.cloud.openfeign.FeignClient;

/** Account-service's part of traces. */
@FeignClient(name = "account-service", contextId = "accountTrace")
interface AccountTrace extends TraceApi {}
