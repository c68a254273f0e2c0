package io.kaimen.device.session;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** No door was opened, or meant to be, for that order. */
class UnknownSession extends Problem {

    private static final long serialVersionUID = 1;

    UnknownSession(String orderNo) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-session",
                "There is no door session of order " + orderNo + ".");
    }
}
