package io.kaimen.channel.capture;

import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** All captures ever asked for. */
@Repository
public class Captures {

    private final CaptureMapper rows;
    private final Clock clock;

    Captures(CaptureMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public Optional<CaptureRequest> find(String orderNo) {
        return Optional.ofNullable(rows.find(orderNo));
    }

    /**
     * Remembers what is to be collected, unless it is known already.
     *
     * @throws CaptureDiffers when another total was asked for before
     */
    CaptureRequest open(Capture wanted, String request) {
        var now = clock.instant();
        var fresh =
                new CaptureRequest(
                        wanted.orderNo(),
                        wanted.platform(),
                        CaptureStatus.REQUESTED,
                        wanted.total().fen(),
                        request,
                        null,
                        null,
                        now,
                        now);
        try {
            rows.insert(fresh);
            return fresh;
        } catch (DuplicateKeyException known) {
            return find(wanted.orderNo())
                    .filter(capture -> capture.totalFen() == wanted.total().fen())
                    .orElseThrow(() -> new CaptureDiffers(wanted.orderNo()));
        }
    }

    /** Takes over how the platform says the order stands. */
    public void learn(PlatformOrder order) {
        switch (order.state()) {
            case PAID -> advance(order.orderNo(), CaptureStatus.PAID, order.transactionId(), null);
            case CAPTURING -> advance(order.orderNo(), CaptureStatus.CAPTURING, null, null);
            case NOT_FOUND, CREATED, AUTHORISED, NOTHING_DUE, CANCELLED, EXPIRED ->
                    refuse(order.orderNo(), "the order stands as " + order.state());
        }
    }

    void refuse(String orderNo, String reason) {
        advance(orderNo, CaptureStatus.REFUSED, null, reason);
    }

    /**
     * Moves on, unless it has gone as far already. Losing the race for a row means that somebody
     * else learnt something meanwhile, so it is looked at once more; with a lock, for a transaction
     * that has looked before would see again what it saw then.
     */
    private void advance(
            String orderNo,
            CaptureStatus to,
            @Nullable String transactionId,
            @Nullable String refusal) {
        for (int round = 0; round < CaptureStatus.values().length; round++) {
            var known = rows.lock(orderNo);
            if (known == null || !known.status().next().contains(to)) {
                return;
            }
            var moved = known.moveTo(to, transactionId, refusal, clock.instant());
            if (rows.move(known.status(), moved) == 1) {
                return;
            }
        }
    }
}
