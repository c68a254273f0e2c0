package io.kaimen.account.operator;

import io.kaimen.service.security.Role;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The operators, and the record of their logins. */
@Repository
class Operators {

    private final OperatorMapper mapper;
    private final Clock clock;

    Operators(OperatorMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * @return false, and nothing added, when the name is taken
     */
    boolean add(String name, String passwordHash, Role role) {
        Instant now = clock.instant();
        var row = new OperatorRow();
        row.name = name;
        row.passwordHash = passwordHash;
        row.role = role;
        row.status = Operator.Status.ACTIVE;
        row.createdAt = now;
        row.updatedAt = now;
        try {
            mapper.insert(row);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    boolean isEmpty() {
        return mapper.selectCount(null) == 0;
    }

    /** Reads an operator and lets one attempt at a time go on. */
    Optional<Operator> lock(String name) {
        return Optional.ofNullable(mapper.lock(name)).map(OperatorRow::operator);
    }

    void save(Operator attempted) {
        int rows =
                mapper.saveAttempt(
                        attempted.name(),
                        attempted.failures(),
                        attempted.lockedUntil(),
                        clock.instant());
        StaleMove.unlessOne(rows, "Operator " + attempted.name());
    }

    void record(String name, LoginOutcome outcome, String address) {
        mapper.insertLogin(name, outcome.name(), address, clock.instant());
    }

    List<Operator> all() {
        return mapper.all().stream().map(OperatorRow::operator).toList();
    }

    /** What became of an attempt, for the record. */
    enum LoginOutcome {
        LOGGED_IN,
        REFUSED,
        THROTTLED
    }
}
