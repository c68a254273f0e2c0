package io.kaimen.account.operator;

import io.kaimen.account.AccountProperties;
import io.kaimen.account.operator.Operators.LoginOutcome;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks an operator's password, one attempt at a time for each name, and records each. */
@Component
class LogIn {

    private final Operators operators;
    private final PasswordEncoder passwords;
    private final Tokens tokens;
    private final AccountProperties properties;
    private final Clock clock;
    private final String nobodysHash;

    LogIn(
            Operators operators,
            PasswordEncoder passwords,
            Tokens tokens,
            AccountProperties properties,
            Clock clock) {
        this.operators = operators;
        this.passwords = passwords;
        this.tokens = tokens;
        this.properties = properties;
        this.clock = clock;
        this.nobodysHash = passwords.encode("nobody's password");
    }

    /**
     * Tries a password.
     *
     * @param address where the attempt came from, for the record
     */
    @Transactional
    public Login logIn(String name, String password, String address) {
        Optional<Operator> known = operators.lock(name);
        Login login =
                known.map(operator -> attempt(operator, password))
                        .orElseGet(() -> refuseUnknown(password));
        operators.record(name, outcome(login), address);
        return login;
    }

    private Login attempt(Operator operator, String password) {
        Instant now = clock.instant();
        Instant lockedUntil = operator.lockedUntil();
        if (lockedUntil != null && operator.isLockedAt(now)) {
            return new Throttled(lockedUntil);
        }
        boolean right = passwords.matches(password, operator.passwordHash());
        if (!right || operator.status() != Operator.Status.ACTIVE) {
            operators.save(operator.failedAt(now));
            return new Refused();
        }
        operators.save(operator.loggedIn());
        String token =
                tokens.issue(operator.name(), operator.role(), properties.operatorTokenLife());
        return new LoggedIn(token, operator.role(), now.plus(properties.operatorTokenLife()));
    }

    /** Takes as long as for a known name, so that the time does not tell which names exist. */
    private Login refuseUnknown(String password) {
        passwords.matches(password, nobodysHash);
        return new Refused();
    }

    private static LoginOutcome outcome(Login login) {
        return switch (login) {
            case LoggedIn in -> LoginOutcome.LOGGED_IN;
            case Refused refused -> LoginOutcome.REFUSED;
            case Throttled throttled -> LoginOutcome.THROTTLED;
        };
    }

    /** What became of an attempt. */
    sealed interface Login {}

    record LoggedIn(String token, Role role, Instant expiresAt) implements Login {}

    /** Unknown name, wrong password or disabled: which, is not told. */
    record Refused() implements Login {}

    /** Too many wrong passwords; none is looked at before that time. */
    record Throttled(Instant until) implements Login {}
}
