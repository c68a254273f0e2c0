package io.kaimen.device.offer;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The cabinet has no such door. */
class UnknownDoor extends Problem {

    private static final long serialVersionUID = 1;

    UnknownDoor(String sn, int door) {
        super(HttpStatus.NOT_FOUND, "unknown-door", "Cabinet " + sn + " has no door " + door + ".");
    }
}
