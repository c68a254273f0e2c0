package io.kaimen.channel.capture;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The items do not make up the total, or there is nothing to collect. */
class CaptureInvalid extends Problem {

    private static final long serialVersionUID = 1;

    CaptureInvalid(String orderNo, String why) {
        super(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The capture of order %s makes no sense: %s.".formatted(orderNo, why));
    }
}
