package io.kaimen.channel.authorisation;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The authorisation was ended before it could be used. */
class AuthorisationEnded extends Problem {

    private static final long serialVersionUID = 1;

    AuthorisationEnded(String orderNo) {
        super(
                HttpStatus.CONFLICT,
                "authorisation-ended",
                "The authorisation of order %s has ended.".formatted(orderNo));
    }
}
