package io.kaimen.channel.capture;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The platform vouched but will not collect this. */
class CaptureRefused extends Problem {

    private static final long serialVersionUID = 1;

    CaptureRefused(String orderNo, String reason) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "capture-refused",
                "The payment platform will not collect for order %s (%s)."
                        .formatted(orderNo, reason));
    }
}
