package io.kaimen.sandbox.faults;

import io.kaimen.sandbox.wechat.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is switched on.
 *
 * @param id number given by the sandbox
 * @param kind what goes wrong
 * @param outOrderNo only for this order; null for all
 * @param on only for this operation, or this event type; null for all
 * @param times how often it still happens; null for until it is cleared
 * @param millis delay or offset in milliseconds
 * @param refusal the error of a refused call; null for RISK
 */
public record Fault(
        long id,
        FaultKind kind,
        @Nullable String outOrderNo,
        @Nullable String on,
        @Nullable Integer times,
        long millis,
        @Nullable Refusal refusal) {

    /** Whether it concerns this order and this operation or event type. */
    boolean concerns(FaultKind wanted, String order, String what) {
        return kind == wanted
                && (outOrderNo == null || outOrderNo.equals(order))
                && (on == null || on.equals(what));
    }

    /** What is left of it after it happened once; null when that was the last time. */
    @Nullable Fault spent() {
        if (times == null) {
            return this;
        }
        return times <= 1 ? null : new Fault(id, kind, outOrderNo, on, times - 1, millis, refusal);
    }
}
