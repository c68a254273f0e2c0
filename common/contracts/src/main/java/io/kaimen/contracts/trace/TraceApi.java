package io.kaimen.contracts.trace;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Answered alike by every service that has something to tell of orders; order-service merges. */
public interface TraceApi {

    /**
     * What the service knows of an order.
     *
     * @return empty when it knows nothing of it
     */
    @GetMapping("/internal/trace/{orderNo}")
    TracePart trace(@PathVariable("orderNo") String orderNo);
}
