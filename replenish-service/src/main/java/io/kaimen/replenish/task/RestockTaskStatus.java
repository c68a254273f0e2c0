package io.kaimen.replenish.task;

import java.util.Set;

/** Where a restock task stands. */
enum RestockTaskStatus {
    OPEN,
    /** The goods are in the cabinet. */
    DONE,
    /** Not wanted after all. */
    CANCELLED;

    Set<RestockTaskStatus> next() {
        return switch (this) {
            case OPEN -> Set.of(DONE, CANCELLED);
            case DONE, CANCELLED -> Set.of();
        };
    }
}
