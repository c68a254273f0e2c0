package io.kaimen.replenish.stock;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

class UnknownLane extends Problem {

    private static final long serialVersionUID = 1;

    UnknownLane(String sn, int lane) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-lane",
                "No planogram known here gives lane " + lane + " of cabinet " + sn + " a product.");
    }
}
