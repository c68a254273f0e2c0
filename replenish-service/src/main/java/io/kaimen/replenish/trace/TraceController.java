package io.kaimen.replenish.trace;

import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TracePart;
import org.springframework.web.bind.annotation.RestController;

/** Answers for this service in an order's trace. */
@RestController
class TraceController implements TraceApi {

    private final TraceStock traceStock;

    TraceController(TraceStock traceStock) {
        this.traceStock = traceStock;
    }

    @Override
    public TracePart trace(String orderNo) {
        return TracePart.of(traceStock.of(orderNo));
    }
}
