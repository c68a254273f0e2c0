package io.kaimen.simulator.cabinet;

import org.jspecify.annotations.Nullable;

/**
 * Units that somebody takes or puts right now.
 *
 * @param count absent: 1
 * @param of when putting, the lane whose product it is, so that goods can be misplaced; absent: the
 *     lane itself
 */
public record Touching(int lane, @Nullable Integer count, @Nullable Integer of) {

    public Touching {
        if (count != null && count < 1) {
            throw new IllegalArgumentException("count is less than 1");
        }
    }

    int units() {
        return count == null ? 1 : count;
    }

    int productOf() {
        return of == null ? lane : of;
    }
}
