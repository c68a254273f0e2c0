package io.kaimen.service.state;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A guarded update met a row that has moved on meanwhile; read again and decide again. */
public class StaleMove extends Problem {

    private static final long serialVersionUID = 1;

    public StaleMove(String what) {
        super(HttpStatus.CONFLICT, "stale-move", what + " has changed meanwhile.");
    }

    /**
     * Asserts what a guarded update must have done.
     *
     * @param rows the rows it changed
     * @throws StaleMove unless it was exactly one
     */
    public static void unlessOne(int rows, String what) {
        if (rows != 1) {
            throw new StaleMove(what);
        }
    }
}
