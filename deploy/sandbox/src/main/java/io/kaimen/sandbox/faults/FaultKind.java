package io.kaimen.sandbox.faults;

import io.kaimen.sandbox.calls.Operation;
import java.util.Arrays;

/** The ways in which the platform, or the network before it, can misbehave. */
public enum FaultKind {
    /** The first attempt of a notification waits {@code millis}. */
    NOTIFICATION_DELAYED,
    /** An attempt gets lost on its way; the platform tries again on its schedule. */
    NOTIFICATION_DROPPED,
    /** An attempt is followed by a second one about a second later. */
    NOTIFICATION_DOUBLED,
    /** An attempt is preceded by one that somebody else signed. */
    NOTIFICATION_FORGED,
    /** An attempt is preceded by one with a {@code WECHATPAY/SIGNTEST/} signature. */
    NOTIFICATION_PROBED,
    /** The confirmation is sent only after the payment's notification, or the order's end. */
    NOTIFICATIONS_SWAPPED,
    /** A call is refused with {@code refusal} before anything happens. */
    CALL_REFUSED,
    /** A call is carried out, then its connection is closed without an answer. */
    ANSWER_LOST,
    /** A call is carried out, then answered 500 SYSTEM_ERROR. */
    ANSWER_FAILED,
    /** A call is carried out and answered {@code millis} later. */
    ANSWER_DELAYED,
    /** A call is carried out, then answered with a signature by the wrong key. */
    ANSWER_FORGED,
    /** A deduction fails; the platform tries again later. */
    DEDUCTION_FAILED,
    /** The first deduction comes {@code millis} later than usual. */
    DEDUCTION_DELAYED,
    /** The platform's clock is {@code millis} ahead, or behind when negative. */
    CLOCK_OFFSET;

    /** Whether a fault of this kind can be kept to this operation, or to this event type. */
    boolean canBeOn(String what) {
        return switch (this) {
            case NOTIFICATION_DELAYED,
                    NOTIFICATION_DROPPED,
                    NOTIFICATION_DOUBLED,
                    NOTIFICATION_FORGED,
                    NOTIFICATION_PROBED ->
                    what.startsWith("PAYSCORE.");
            case CALL_REFUSED, ANSWER_LOST, ANSWER_FAILED, ANSWER_DELAYED, ANSWER_FORGED ->
                    Arrays.stream(Operation.values()).anyMatch(one -> one.name().equals(what));
            case NOTIFICATIONS_SWAPPED, DEDUCTION_FAILED, DEDUCTION_DELAYED, CLOCK_OFFSET -> false;
        };
    }
}
