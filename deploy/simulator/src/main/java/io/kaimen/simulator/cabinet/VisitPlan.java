package io.kaimen.simulator.cabinet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper will do at the next unlock.
 *
 * @param take what to take, one after the other; absent: nothing
 * @param put what to put in before taking; absent: nothing
 * @param pull whether the door is pulled at all; absent: yes
 * @param openAfterMs from the unlock to the pull; absent: 300
 * @param takeAfterMs from the pull to the first touch; absent: 600
 * @param betweenMs from one touch to the next; absent: 700
 * @param closeAfterMs from the last touch (or the pull) to the close; absent: 800
 */
public record VisitPlan(
        @Nullable List<Goods> take,
        @Nullable List<Goods> put,
        @Nullable Boolean pull,
        @Nullable Long openAfterMs,
        @Nullable Long takeAfterMs,
        @Nullable Long betweenMs,
        @Nullable Long closeAfterMs) {

    public VisitPlan {
        for (Long wait : new Long[] {openAfterMs, takeAfterMs, betweenMs, closeAfterMs}) {
            if (wait != null && wait < 0) {
                throw new IllegalArgumentException("a wait is negative");
            }
        }
    }

    /** Units of a lane. */
    public record Goods(int lane, int count) {

        public Goods {
            if (count < 1) {
                throw new IllegalArgumentException("count is less than 1");
            }
        }
    }

    List<Goods> taking() {
        return take == null ? List.of() : take;
    }

    List<Goods> putting() {
        return put == null ? List.of() : put;
    }

    boolean pulls() {
        return pull == null || pull;
    }

    long openAfter() {
        return openAfterMs == null ? 300 : openAfterMs;
    }

    long takeAfter() {
        return takeAfterMs == null ? 600 : takeAfterMs;
    }

    long between() {
        return betweenMs == null ? 700 : betweenMs;
    }

    long closeAfter() {
        return closeAfterMs == null ? 800 : closeAfterMs;
    }
}
