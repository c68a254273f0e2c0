package io.kaimen.sandbox.wechat.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event the merchant is told of, and how that went.
 *
 * @param id identity, the same in every attempt
 * @param outOrderNo the order it is about
 * @param eventType e.g. {@code PAYSCORE.USER_PAID}
 * @param notifyUrl where the merchant wants it
 * @param createdAt when the event happened
 * @param resource what is encrypted: the order at that moment, as JSON
 * @param state whether it is still to be sent
 * @param nextAt when it is sent next; null unless waiting
 * @param attempts what was sent and answered, oldest first
 */
public record Notice(
        String id,
        String outOrderNo,
        String eventType,
        String notifyUrl,
        Instant createdAt,
        String resource,
        State state,
        @Nullable Instant nextAt,
        List<Attempt> attempts) {

    /** Whether a notice is still to be sent. */
    public enum State {
        /** Held back until it is released. */
        HELD,
        /** To be sent at its next time. */
        WAITING,
        /** Accepted by the merchant. */
        DELIVERED,
        /** Never accepted; the schedule is exhausted. */
        GIVEN_UP
    }

    /** What an attempt was. */
    public enum Sending {
        /** As it should be. */
        GENUINE,
        /** A second copy. */
        DOUBLE,
        /** Signed by a stranger. */
        FORGED,
        /** With a signature that tests the receiver. */
        PROBE,
        /** Lost before it arrived. */
        DROPPED
    }

    /**
     * One attempt.
     *
     * @param at when
     * @param sending what it was
     * @param status the HTTP status answered; null when none came
     * @param answer the body answered, or why there is none
     */
    public record Attempt(Instant at, Sending sending, @Nullable Integer status, String answer) {

        /** Whether the merchant took it: 200 or 204. */
        public boolean accepted() {
            return status != null && (status == 200 || status == 204);
        }

        private boolean isOnSchedule() {
            return sending == Sending.GENUINE || sending == Sending.DROPPED;
        }
    }

    /** How many attempts of the schedule were made; probes, forgeries and doubles do not count. */
    int attemptsOnSchedule() {
        return (int) attempts.stream().filter(Attempt::isOnSchedule).count();
    }

    /** Whether nothing more will be sent. */
    boolean isFinished() {
        return state == State.DELIVERED || state == State.GIVEN_UP;
    }

    /** With an attempt that changes nothing else. */
    Notice with(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Notice(
                id,
                outOrderNo,
                eventType,
                notifyUrl,
                createdAt,
                resource,
                state,
                nextAt,
                List.copyOf(all));
    }

    /** To be sent at that time. */
    Notice waitingUntil(Instant time) {
        return moved(State.WAITING, time);
    }

    /** Not to be sent any more, or not yet. */
    Notice resting(State rest) {
        return moved(rest, null);
    }

    private Notice moved(State newState, @Nullable Instant newNextAt) {
        return new Notice(
                id,
                outOrderNo,
                eventType,
                notifyUrl,
                createdAt,
                resource,
                newState,
                newNextAt,
                attempts);
    }
}
