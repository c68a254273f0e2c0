package io.kaimen.device.trace;

import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TracePart;
import org.springframework.web.bind.annotation.RestController;

/** Answers for this service in an order's trace. */
@RestController
class TraceController implements TraceApi {

    private final TraceDoor traceDoor;

    TraceController(TraceDoor traceDoor) {
        this.traceDoor = traceDoor;
    }

    @Override
    public TracePart trace(String orderNo) {
        return traceDoor.of(orderNo);
    }
}
