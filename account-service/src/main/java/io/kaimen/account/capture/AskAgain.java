package io.kaimen.account.capture;

import io.kaimen.account.settlement.Settlement;
import io.kaimen.account.settlement.Settlements;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.service.messaging.Outbox;
import io.kaimen.service.problem.Problem;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the platform asked now about a settlement that waits or was given up, for an operator. */
@Component
class AskAgain {

    private final Settlements settlements;
    private final Outbox outbox;
    private final Clock clock;

    AskAgain(Settlements settlements, Outbox outbox, Clock clock) {
        this.settlements = settlements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The money has its final state. */
    static final class NothingToAsk extends Problem {

        private static final long serialVersionUID = 1;

        NothingToAsk(Settlement settlement) {
            super(
                    HttpStatus.CONFLICT,
                    "settlement-final",
                    "Order %s is %s: there is nothing to ask."
                            .formatted(settlement.orderNo(), settlement.status()));
        }
    }

    /**
     * Asking twice is one more question: the platform is queried before anything is done.
     *
     * @throws NothingToAsk when the settlement is through
     */
    @Transactional
    public void ask(String orderNo, String operator, String reason) {
        Settlement read = settlements.lock(orderNo);
        if (read.status().isFinal()) {
            throw new NothingToAsk(read);
        }
        settlements.save(read, read.lookingAt(clock.instant()), "");
        settlements.note(read, "asked again by " + operator + ": " + reason);
        outbox.publish(Topic.CAPTURE_DUE, orderNo, new CaptureDue(orderNo, read.asks() + 1));
    }
}
