package io.kaimen.service.letters;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The handler failed once more; the letter stays parked. */
class ReplayFailed extends Problem {

    private static final long serialVersionUID = 1;

    ReplayFailed(SafeError error) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "replay-failed",
                "It failed again and stays parked: " + error.type() + ", " + error.message());
    }
}
