package io.kaimen.channel.capture;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** Another total was asked for before: one of them is wrong, and neither is collected twice. */
class CaptureDiffers extends Problem {

    private static final long serialVersionUID = 1;

    CaptureDiffers(String orderNo) {
        super(
                HttpStatus.CONFLICT,
                "capture-differs",
                "Another total was to be captured for order %s before.".formatted(orderNo));
    }
}
