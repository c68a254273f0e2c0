package io.kaimen.channel.login;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** Nobody can log in through the platform now; a new code may work later. */
class LoginUnavailable extends Problem {

    LoginUnavailable() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "login-unavailable",
                "The platform cannot tell who is logging in right now. Try again.");
    }
}
