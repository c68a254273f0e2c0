package io.kaimen.account.trace;

import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TracePart;
import org.springframework.web.bind.annotation.RestController;

/** Answers for this service in an order's trace. */
@RestController
class TraceController implements TraceApi {

    private final TraceBooks traceBooks;

    TraceController(TraceBooks traceBooks) {
        this.traceBooks = traceBooks;
    }

    @Override
    public TracePart trace(String orderNo) {
        return TracePart.of(traceBooks.of(orderNo));
    }
}
