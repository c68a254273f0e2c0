package io.kaimen.order.live;

import io.kaimen.service.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** As many streams are open as may be; the order can be asked for as ever. */
class TooManyStreams extends Problem {

    private static final long serialVersionUID = 1;

    TooManyStreams(String message) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-streams", message, Duration.ofSeconds(30));
    }
}
