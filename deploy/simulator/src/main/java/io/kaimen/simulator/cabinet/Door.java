package io.kaimen.simulator.cabinet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A door with its lock, its sensor and the lanes behind it. */
final class Door {

    private final int number;
    private final List<Lane> lanes;
    private State state;
    private @Nullable String command;
    private int unlocks;
    private int streams;
    private long closedAt = Long.MIN_VALUE / 2;

    Door(int number, List<Lane> lanes, State state) {
        this.number = number;
        this.lanes = lanes;
        this.state = state;
    }

    /** Lock and leaf together. */
    enum State {
        LOCKED,
        UNLOCKED,
        OPEN
    }

    int number() {
        return number;
    }

    List<Lane> lanes() {
        return lanes;
    }

    State state() {
        return state;
    }

    /** As the protocol says it; an unlocked door that nobody pulled is closed. */
    String position() {
        return state == State.OPEN ? "open" : "closed";
    }

    /** The command this opening follows from. */
    @Nullable String command() {
        return command;
    }

    long closedAt() {
        return closedAt;
    }

    /**
     * @return a number for this unlocking, so that a late relock knows whether it is still meant
     */
    int unlock(String byCommand) {
        move(State.LOCKED, State.UNLOCKED);
        command = byCommand;
        return ++unlocks;
    }

    boolean isStillUnlocked(int unlocking) {
        return state == State.UNLOCKED && unlocks == unlocking;
    }

    /**
     * @return a number for a stream of weights that starts now; an older one ends by it
     */
    int startStream() {
        return ++streams;
    }

    boolean isStream(int stream) {
        return streams == stream;
    }

    void relock() {
        move(State.UNLOCKED, State.LOCKED);
    }

    void open() {
        move(State.UNLOCKED, State.OPEN);
    }

    void close(long now) {
        move(State.OPEN, State.LOCKED);
        closedAt = now;
        lanes.forEach(lane -> lane.slam(now));
    }

    private void move(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("door " + number + " is " + state + ", not " + from);
        }
        state = to;
    }
}
