package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Uptime.Timer;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A door with its lock: closed, being unlocked, unlocked, open. Unlocked and not pulled in time, it
 * locks again.
 */
final class Door {

    private static final double JOLT_GRAMS = 5;
    private static final long JOLT_MILLIS = 250;
    private static final double SLAM_GRAMS = 40;
    private static final long SLAM_LEAST_MILLIS = 500;
    private static final long SLAM_MOST_MILLIS = 1_500;

    /** Where door and lock are. */
    enum Position {
        CLOSED,
        UNLOCKING,
        UNLOCKED,
        OPEN
    }

    /** Hears what happens at the door, with the command that unlocked it. */
    interface Watcher {
        void happened(Door door, String event, @Nullable String command);
    }

    private final CabinetDefinition.Door definition;
    private final List<Lane> lanes;
    private final Uptime uptime;
    private final RandomGenerator random;
    private final Watcher watcher;
    private Position position;
    private @Nullable String command;
    private @Nullable Timer relock;

    Door(
            CabinetDefinition.Door definition,
            List<Lane> lanes,
            Position position,
            Uptime uptime,
            RandomGenerator random,
            Watcher watcher) {
        this.definition = definition;
        this.lanes = lanes;
        this.position = position;
        this.uptime = uptime;
        this.random = random;
        this.watcher = watcher;
    }

    int number() {
        return definition.door();
    }

    List<Lane> lanes() {
        return lanes;
    }

    Position position() {
        return position;
    }

    /** Releases the lock, which takes a moment; it is taken back when nobody pulls in time. */
    void unlock(String byCommand, long unlockWindowMillis) {
        require(Position.CLOSED);
        position = Position.UNLOCKING;
        command = byCommand;
        uptime.after(
                definition.latch(),
                () -> {
                    position = Position.UNLOCKED;
                    relock = uptime.after(unlockWindowMillis, this::relock);
                    watcher.happened(this, "unlocked", command);
                });
    }

    private void relock() {
        position = Position.CLOSED;
        watcher.happened(this, "relocked", command);
        command = null;
    }

    /** Somebody pulls it. */
    void pull() {
        require(Position.UNLOCKED);
        if (relock != null) {
            relock.cancel();
        }
        position = Position.OPEN;
        lanes.forEach(lane -> lane.knock(uptime.millis(), JOLT_MILLIS, JOLT_GRAMS));
        watcher.happened(this, "opened", command);
    }

    /** Somebody pushes it shut; it locks by itself. */
    void close() {
        require(Position.OPEN);
        position = Position.CLOSED;
        long ringing = random.nextLong(SLAM_LEAST_MILLIS, SLAM_MOST_MILLIS);
        lanes.forEach(lane -> lane.knock(uptime.millis(), ringing, SLAM_GRAMS));
        watcher.happened(this, "closed", command);
        command = null;
    }

    private void require(Position expected) {
        if (position != expected) {
            throw new IllegalStateException(
                    "door " + number() + " is " + position + " and not " + expected);
        }
    }
}
