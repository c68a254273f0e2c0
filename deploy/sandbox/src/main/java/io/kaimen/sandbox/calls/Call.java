package io.kaimen.sandbox.calls;

import java.time.Instant;
import java.util.List;

/**
 * One call of the merchant and its answer.
 *
 * @param requestId the Request-ID it was answered with
 * @param outOrderNo the merchant's order number
 * @param operation what was asked
 * @param at when it arrived
 * @param request the request body, or the raw query of a GET
 * @param status the answer's HTTP status
 * @param answer the answer's body
 * @param millis how long it took, injected delays included
 * @param faults what was done to it on purpose
 */
public record Call(
        String requestId,
        String outOrderNo,
        Operation operation,
        Instant at,
        String request,
        int status,
        String answer,
        long millis,
        List<String> faults) {}
