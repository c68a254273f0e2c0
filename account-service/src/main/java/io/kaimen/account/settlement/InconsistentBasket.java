package io.kaimen.account.settlement;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A basket whose lines do not make its total; charging it would be guessing. */
class InconsistentBasket extends Problem {

    private static final long serialVersionUID = 1;

    InconsistentBasket(String orderNo) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "inconsistent-basket",
                "The lines of order " + orderNo + " do not make its total.");
    }
}
