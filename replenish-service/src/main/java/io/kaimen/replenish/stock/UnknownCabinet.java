package io.kaimen.replenish.stock;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

class UnknownCabinet extends Problem {

    private static final long serialVersionUID = 1;

    UnknownCabinet(String sn) {
        super(
                HttpStatus.NOT_FOUND,
                "unknown-cabinet",
                "Nothing is known here of a cabinet " + sn + ".");
    }
}
