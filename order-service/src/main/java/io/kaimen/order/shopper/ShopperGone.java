package io.kaimen.order.shopper;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** A token of a shopper who is no longer here; the mini-program logs in again. */
public class ShopperGone extends Problem {

    private static final long serialVersionUID = 1;

    ShopperGone() {
        super(HttpStatus.UNAUTHORIZED, "unauthorised", "Log in first, or again.");
    }
}
