package io.kaimen.channel.authorisation;

import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** All authorisations ever asked for. */
@Repository
public class Authorisations {

    private final AuthorisationMapper rows;
    private final Clock clock;

    Authorisations(AuthorisationMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Optional<Authorisation> find(String orderNo) {
        return Optional.ofNullable(rows.find(orderNo));
    }

    /** Finds and holds the row until the transaction ends: one at a time decides about an order. */
    public Optional<Authorisation> lock(String orderNo) {
        return Optional.ofNullable(rows.lock(orderNo));
    }

    /**
     * Remembers the wish, unless it is known already.
     *
     * @throws AuthorisationDiffers when the order number stands for another wish
     */
    Authorisation open(CreateAuthorisation wanted, String request) {
        var fresh = Authorisation.requested(wanted, request, clock.instant());
        try {
            rows.insert(fresh);
            return fresh;
        } catch (DuplicateKeyException known) {
            return find(wanted.orderNo())
                    .filter(authorisation -> authorisation.isFor(wanted))
                    .orElseThrow(() -> new AuthorisationDiffers(wanted.orderNo()));
        }
    }

    /**
     * Saves a move, if the row still is where the move began.
     *
     * @throws StaleMove when it is not
     */
    void move(AuthorisationStatus from, Authorisation to) {
        StaleMove.unlessOne(rows.move(from, to), "Authorisation " + to.orderNo());
    }

    /**
     * Takes over what the platform says. Nothing changes when it is known already, or when the
     * authorisation has gone further meanwhile.
     */
    public void learn(String orderNo, AuthorisationStatus told) {
        find(orderNo)
                .filter(known -> known.status().next().contains(told))
                .ifPresent(known -> move(known.status(), known.moveTo(told, clock.instant())));
    }
}
