package io.kaimen.order.sale;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** There is no such order, or it is somebody else's. */
public class OrderNotFound extends Problem {

    private static final long serialVersionUID = 1;

    public OrderNotFound(String message) {
        super(HttpStatus.NOT_FOUND, "order-not-found", message);
    }
}
