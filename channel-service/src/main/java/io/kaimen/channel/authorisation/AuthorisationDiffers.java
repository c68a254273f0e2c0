package io.kaimen.channel.authorisation;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The order number was used for another shopper or door. */
class AuthorisationDiffers extends Problem {

    private static final long serialVersionUID = 1;

    AuthorisationDiffers(String orderNo) {
        super(
                HttpStatus.CONFLICT,
                "authorisation-differs",
                "Order %s was authorised for something else.".formatted(orderNo));
    }
}
