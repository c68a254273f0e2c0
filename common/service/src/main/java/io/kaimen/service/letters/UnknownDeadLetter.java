package io.kaimen.service.letters;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** There is no such dead letter in this service. */
class UnknownDeadLetter extends Problem {

    private static final long serialVersionUID = 1;

    UnknownDeadLetter() {
        super(HttpStatus.NOT_FOUND, "unknown-dead-letter", "There is no such dead letter here.");
    }
}
