package io.kaimen.account.operator;

import io.kaimen.service.problem.Problem;
import io.kaimen.service.security.Role;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Gives a person a login. */
@Component
class AddOperator {

    /** Shoppers and services have no operator login. */
    private static final Set<Role> OPERATOR_ROLES =
            EnumSet.complementOf(EnumSet.of(Role.SHOPPER, Role.SERVICE));

    private final Operators operators;
    private final PasswordEncoder passwords;

    AddOperator(Operators operators, PasswordEncoder passwords) {
        this.operators = operators;
        this.passwords = passwords;
    }

    /**
     * Adds an operator.
     *
     * @throws OperatorNameTaken when there is one of that name
     */
    void add(String name, String password, Role role) {
        if (!OPERATOR_ROLES.contains(role)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "invalid-request", role + " is no operator's role.");
        }
        if (!operators.add(name, passwords.encode(password), role)) {
            throw new OperatorNameTaken(name);
        }
    }
}
