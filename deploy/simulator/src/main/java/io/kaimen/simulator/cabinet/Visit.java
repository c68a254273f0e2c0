package io.kaimen.simulator.cabinet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper will do at the next unlock of a door.
 *
 * @param take units to take, lane by lane, in this order; may be empty
 * @param openAfterMs from the unlock until the door is pulled; negative: never
 * @param takeAfterMs from one step to the next
 * @param closeAfterMs from the last step until the door is closed; negative: never
 */
public record Visit(
        @Nullable List<Handful> take,
        @Nullable Integer openAfterMs,
        @Nullable Integer takeAfterMs,
        @Nullable Integer closeAfterMs) {

    private static final int DEFAULT_MILLIS = 500;

    /** Units of one lane. */
    public record Handful(int lane, int count) {}

    List<Handful> handfuls() {
        return take == null ? List.of() : take;
    }

    int opensAfter() {
        return openAfterMs == null ? DEFAULT_MILLIS : openAfterMs;
    }

    int takesAfter() {
        return takeAfterMs == null ? DEFAULT_MILLIS : Math.max(0, takeAfterMs);
    }

    int closesAfter() {
        return closeAfterMs == null ? DEFAULT_MILLIS : closeAfterMs;
    }
}
