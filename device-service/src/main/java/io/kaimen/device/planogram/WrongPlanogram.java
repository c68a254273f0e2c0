package io.kaimen.device.planogram;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A planogram that does not fit its cabinet. */
class WrongPlanogram extends Problem {

    private static final long serialVersionUID = 1;

    WrongPlanogram(String message) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-planogram", message);
    }
}
