package io.kaimen.account.operator;

import io.kaimen.service.problem.Problem;
import java.time.Instant;
import org.springframework.http.HttpStatus;

class TooManyAttempts extends Problem {

    private static final long serialVersionUID = 1;

    TooManyAttempts(Instant until) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-attempts",
                "Too many wrong passwords. Try again after " + until + ".");
    }
}
