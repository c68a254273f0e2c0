package io.kaimen.order.contest;

import java.util.EnumSet;
import java.util.Set;

/** Where a contest stands. */
public enum ContestStatus {
    SUBMITTED,
    /** An operator is looking at it. */
    IN_REVIEW,
    /** Something is to be returned. */
    ACCEPTED,
    REJECTED;

    /** The states it can move to. */
    public Set<ContestStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_REVIEW, ACCEPTED, REJECTED);
            case IN_REVIEW -> EnumSet.of(ACCEPTED, REJECTED);
            case ACCEPTED, REJECTED -> EnumSet.noneOf(ContestStatus.class);
        };
    }

    boolean isOpen() {
        return !next().isEmpty();
    }
}
