package io.kaimen.account.operator;

import io.kaimen.account.AccountProperties;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks operators' passwords and records each attempt. Checking one is slow on purpose, so only a
 * few are checked at once and no database connection is kept meanwhile; that also keeps a burst of
 * guesses from being checked before the first of them counts.
 */
@Component
class LogIn {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Operators operators;
    private final PasswordEncoder passwords;
    private final Tokens tokens;
    private final AccountProperties properties;
    private final Clock clock;
    private final String nobodysHash;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

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
    Login logIn(String name, String password, String address) {
        if (!hasPlace()) {
            return new Throttled(clock.instant().plus(PATIENCE));
        }
        try {
            Login login =
                    operators
                            .find(name)
                            .map(operator -> attempt(operator, password))
                            .orElseGet(() -> refuseUnknown(password));
            operators.recordAttempt(name, outcome(login), address);
            return login;
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Login attempt(Operator operator, String password) {
        Instant now = clock.instant();
        Instant lockedUntil = operator.lockedUntil();
        if (lockedUntil != null && operator.isLockedAt(now)) {
            return new Throttled(lockedUntil);
        }
        boolean right = passwords.matches(password, operator.passwordHash());
        if (!right || operator.status() != Operator.Status.ACTIVE) {
            return new Refused();
        }
        Duration life = properties.operatorTokenLife();
        String token = tokens.issue(operator.name(), operator.role(), life);
        return new LoggedIn(token, operator.role(), now.plus(life));
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
