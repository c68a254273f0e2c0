package io.kaimen.account.operator;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

class LoginRefused extends Problem {

    private static final long serialVersionUID = 1;

    LoginRefused() {
        super(HttpStatus.UNAUTHORIZED, "login-refused", "Name or password is wrong.");
    }
}
