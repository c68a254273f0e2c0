package io.kaimen.service.state;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A move that the state machine does not know. */
public class IllegalMove extends Problem {

    private static final long serialVersionUID = 1;

    /**
     * @param what the thing and its number, for people
     */
    public IllegalMove(String what, Enum<?> from, Enum<?> to) {
        super(
                HttpStatus.CONFLICT,
                "illegal-move",
                what + " cannot move from " + from + " to " + to + ".");
    }
}
