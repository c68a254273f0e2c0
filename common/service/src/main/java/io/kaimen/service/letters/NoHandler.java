package io.kaimen.service.letters;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** This version of the service has no handler any more for a letter's group. */
class NoHandler extends Problem {

    private static final long serialVersionUID = 1;

    NoHandler(String group) {
        super(HttpStatus.CONFLICT, "no-handler", "Nothing here handles " + group + " any more.");
    }
}
