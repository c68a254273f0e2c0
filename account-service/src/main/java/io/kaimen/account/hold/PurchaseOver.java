package io.kaimen.account.hold;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A hold arrived for an order that has ended, or is someone else's. */
class PurchaseOver extends Problem {

    private static final long serialVersionUID = 1;

    PurchaseOver(String orderNo) {
        super(HttpStatus.CONFLICT, "purchase-over", "Order " + orderNo + " has ended already.");
    }
}
