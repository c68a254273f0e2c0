package io.kaimen.account.settlement;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** No basket was settled under that order number. */
public class SettlementNotFound extends Problem {

    private static final long serialVersionUID = 1;

    SettlementNotFound(String orderNo) {
        super(
                HttpStatus.NOT_FOUND,
                "settlement-not-found",
                "Order " + orderNo + " has no settlement.");
    }
}
