package io.kaimen.account.settlement;

import java.util.Set;

/** How far the money of an order is. */
public enum SettlementStatus {
    /** Booked; the platform has not been asked. */
    PENDING,
    /** The platform has been, or may have been, asked to collect. */
    CAPTURING,
    PAID,
    NOTHING_DUE,
    /** Not collected as it should be; the platform, or a person, may still bring it about. */
    FAILED;

    /**
     * The allowed moves. A platform that says it collected is believed in any state that waits for
     * money: also in PENDING, should our own record of having asked be lost.
     */
    Set<SettlementStatus> next() {
        return switch (this) {
            case PENDING -> Set.of(CAPTURING, PAID, NOTHING_DUE, FAILED);
            case CAPTURING -> Set.of(PAID, FAILED);
            case FAILED -> Set.of(PAID, NOTHING_DUE);
            case PAID, NOTHING_DUE -> Set.of();
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }
}
