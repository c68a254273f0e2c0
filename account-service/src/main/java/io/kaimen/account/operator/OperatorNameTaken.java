package io.kaimen.account.operator;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

class OperatorNameTaken extends Problem {

    private static final long serialVersionUID = 1;

    OperatorNameTaken(String name) {
        super(HttpStatus.CONFLICT, "operator-name-taken", "There is an operator " + name + ".");
    }
}
