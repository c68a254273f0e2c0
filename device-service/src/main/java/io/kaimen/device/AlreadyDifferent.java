package io.kaimen.device;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A create call was repeated with the same code but other content. */
public class AlreadyDifferent extends Problem {

    private static final long serialVersionUID = 1;

    public AlreadyDifferent(String kind, String code) {
        super(
                HttpStatus.CONFLICT,
                "already-exists",
                "There is another " + kind + " " + code + " already.");
    }
}
