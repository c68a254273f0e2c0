package io.kaimen.device.claim;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** Somebody has the door now; try again later. */
public class DoorInUse extends Problem {

    private static final long serialVersionUID = 1;

    DoorInUse(String sn, int door) {
        super(
                HttpStatus.CONFLICT,
                "door-in-use",
                "Door " + door + " of cabinet " + sn + " is in use.");
    }
}
