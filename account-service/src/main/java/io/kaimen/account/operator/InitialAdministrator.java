package io.kaimen.account.operator;

import io.kaimen.account.AccountProperties;
import io.kaimen.service.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Lets the first person in: creates the administrator while there is no operator at all. */
@Component
class InitialAdministrator implements ApplicationRunner {

    static final String NAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(InitialAdministrator.class);

    private final Operators operators;
    private final PasswordEncoder passwords;
    private final AccountProperties properties;

    InitialAdministrator(
            Operators operators, PasswordEncoder passwords, AccountProperties properties) {
        this.operators = operators;
        this.passwords = passwords;
        this.properties = properties;
    }

    /** Of two instances that start at once, the unique name lets one create it. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (!operators.isEmpty()) {
            return;
        }
        String password = properties.initialAdministratorPassword();
        if (password == null || password.isBlank()) {
            log.warn(
                    "there is no operator, and no initial password is configured: no one can log in");
        } else if (operators.add(NAME, passwords.encode(password), Role.ADMINISTRATOR)) {
            log.info("created the initial administrator {}", NAME);
        }
    }
}
