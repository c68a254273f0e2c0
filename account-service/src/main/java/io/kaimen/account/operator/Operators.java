package io.kaimen.account.operator;

import io.kaimen.service.security.Role;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

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

    Optional<Operator> find(String name) {
        return Optional.ofNullable(mapper.find(name)).map(OperatorRow::operator);
    }

    /** Records an attempt, and with the operator, if there is one, what it makes of the next. */
    @Transactional
    public void recordAttempt(String name, LoginOutcome outcome, String address) {
        Instant now = clock.instant();
        Optional.ofNullable(mapper.lock(name))
                .map(OperatorRow::operator)
                .ifPresent(operator -> save(operator.after(outcome, now)));
        mapper.insertLogin(name, outcome.name(), address, now);
    }

    private void save(Operator attempted) {
        int rows =
                mapper.saveAttempt(
                        attempted.name(),
                        attempted.failures(),
                        attempted.lockedUntil(),
                        clock.instant());
        StaleMove.unlessOne(rows, "Operator " + attempted.name());
    }

    List<Operator> all() {
        return mapper.all().stream().map(OperatorRow::operator).toList();
    }
}
