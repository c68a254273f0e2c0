package io.kaimen.order.trace;

import io.kaimen.service.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Device-service, which keeps the weights, does not answer. */
class WeightsNotAvailable extends Problem {

    private static final long serialVersionUID = 1;

    WeightsNotAvailable(String orderNo) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "weights-not-available",
                "The weights of order %s cannot be read now: device-service does not answer. Ask again."
                        .formatted(orderNo),
                Duration.ofSeconds(5));
    }
}
