package io.kaimen.service.letters;

import io.kaimen.service.letters.DeadLetter.State;
import io.kaimen.service.problem.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A dead letter was replayed or discarded before. */
class DeadLetterNotParked extends Problem {

    private static final long serialVersionUID = 1;

    DeadLetterNotParked(State state) {
        super(
                HttpStatus.CONFLICT,
                "dead-letter-not-parked",
                "This letter is " + state.name().toLowerCase(Locale.ROOT) + " already.");
    }
}
