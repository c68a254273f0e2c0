package io.kaimen.local.chaos;

import io.kaimen.local.shop.Take;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shopper's attempt to buy, as the shopper has seen it. */
final class Attempt {

    private final String sn;
    private final int door;
    private final Instant begunAt;
    private final Intention intention;
    private volatile @Nullable String orderNo;
    private volatile @Nullable String refusal;
    private volatile @Nullable String command;
    private volatile @Nullable Map<Integer, Integer> taken;
    private volatile @Nullable Instant endedAt;

    /**
     * What the shopper has in mind.
     *
     * @param takes empty: only to look
     * @param confirms whether the platform's page is confirmed
     * @param pulls whether the door is pulled
     * @param lingers whether the door stays open a while
     */
    record Intention(List<Take> takes, boolean confirms, boolean pulls, boolean lingers) {}

    Attempt(String sn, int door, Intention intention, Instant begunAt) {
        this.sn = sn;
        this.door = door;
        this.intention = intention;
        this.begunAt = begunAt;
    }

    String sn() {
        return sn;
    }

    int door() {
        return door;
    }

    Intention intention() {
        return intention;
    }

    Instant begunAt() {
        return begunAt;
    }

    void placed(String order) {
        orderNo = order;
    }

    /** There is no order, as far as the shopper knows. */
    void refused(String why) {
        refusal = why;
    }

    /**
     * What happened at the door in the end.
     *
     * @param byCommand what released the lock; null when nothing did
     * @param goods units by lane
     */
    void visited(@Nullable String byCommand, Map<Integer, Integer> goods) {
        command = byCommand;
        taken = goods;
    }

    void ended(Instant at) {
        endedAt = at;
    }

    Optional<String> orderNo() {
        return Optional.ofNullable(orderNo);
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    Optional<String> command() {
        return Optional.ofNullable(command);
    }

    /** Units by lane that have left the cabinet; unknown when nobody looked. */
    Optional<Map<Integer, Integer>> taken() {
        return Optional.ofNullable(taken);
    }

    /** Whether it is still going on, or went on after this time. */
    boolean goesOnAfter(Instant time) {
        var end = endedAt;
        return end == null || end.isAfter(time);
    }

    /** When the shopper saw the end; nothing while it goes on. */
    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    boolean isOver() {
        return endedAt != null;
    }
}
