package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.DoorFault.Bounces;
import io.kaimen.simulator.fault.DoorFault.IdleLock;
import io.kaimen.simulator.fault.DoorFault.NeverLatches;
import io.kaimen.simulator.fault.DoorFault.Unseen;
import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.time.Uptime;
import io.kaimen.simulator.time.Uptime.Timer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A door with its lock: closed, being unlocked, unlocked, open. Unlocked and not pulled in time, it
 * locks again. A sensor tells the cabinet; where the door truly is, it cannot know.
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
        OPEN,
        /** Shut and not latched; only ever seen. */
        FAULT
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
    private final Faults faults;
    private Position position;
    private Position seen;
    private @Nullable String command;
    private @Nullable Timer relock;

    Door(
            CabinetDefinition.Door definition,
            List<Lane> lanes,
            Position position,
            Uptime uptime,
            RandomGenerator random,
            Faults faults,
            Watcher watcher) {
        this.definition = definition;
        this.lanes = lanes;
        this.position = position;
        this.uptime = uptime;
        this.random = random;
        this.faults = faults;
        this.watcher = watcher;
        this.seen = position;
    }

    int number() {
        return definition.door();
    }

    List<Lane> lanes() {
        return lanes;
    }

    /**
     * The lane of this number.
     *
     * @throws IllegalArgumentException when it is behind another door, or nowhere
     */
    Lane lane(int number) {
        return lanes.stream()
                .filter(lane -> lane.number() == number)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no lane %d behind door %d".formatted(number, number())));
    }

    /** Where it truly is. */
    Position position() {
        return position;
    }

    /** Where the cabinet takes it to be. */
    Position seen() {
        return seen;
    }

    /** Releases the lock, which takes a moment; it is taken back when nobody pulls in time. */
    void unlock(String byCommand, long unlockWindowMillis) {
        require(Position.CLOSED);
        if (faults.use(IdleLock.class, idle -> idle.covers(number())).isEmpty()) {
            release(byCommand, unlockWindowMillis);
        }
    }

    /** The lock springs open without a command. */
    void spring(long unlockWindowMillis) {
        require(Position.CLOSED);
        release(null, unlockWindowMillis);
    }

    private void release(@Nullable String byCommand, long unlockWindowMillis) {
        moved(Position.UNLOCKING);
        command = byCommand;
        uptime.after(
                definition.latch(),
                () -> {
                    moved(Position.UNLOCKED);
                    relock = uptime.after(unlockWindowMillis, this::relock);
                    watcher.happened(this, "unlocked", command);
                });
    }

    /** Also when it stands open and the sensor has missed that. */
    private void relock() {
        seen = Position.CLOSED;
        if (position == Position.UNLOCKED) {
            position = Position.CLOSED;
        }
        watcher.happened(this, "relocked", command);
        command = null;
    }

    /** Somebody pulls it. */
    void pull() {
        require(Position.UNLOCKED);
        position = Position.OPEN;
        lanes.forEach(lane -> lane.knock(uptime.millis(), JOLT_MILLIS, JOLT_GRAMS));
        sense("opened");
    }

    /** Somebody pushes it shut; it locks by itself. */
    void close() {
        if (seen == Position.FAULT) {
            // Pushed again, so that it latches.
            sense("closed");
            return;
        }
        require(Position.OPEN);
        position = Position.CLOSED;
        long ringing = random.nextLong(SLAM_LEAST_MILLIS, SLAM_MOST_MILLIS);
        lanes.forEach(lane -> lane.knock(uptime.millis(), ringing, SLAM_GRAMS));
        sense("closed");
    }

    private void sense(String movement) {
        Optional<Unseen> missed =
                faults.use(Unseen.class, unseen -> unseen.covers(number(), movement));
        if (missed.isEmpty()) {
            see();
        } else if (missed.get().seenAfterMs() != null) {
            uptime.after(missed.get().seenAfterMs(), this::seeIfMoved);
        }
    }

    private void seeIfMoved() {
        if ((seen == Position.OPEN) != (position == Position.OPEN)) {
            see();
        }
    }

    private void see() {
        seen = position;
        if (relock != null) {
            relock.cancel();
        }
        if (position == Position.OPEN) {
            watcher.happened(this, "opened", command);
        } else {
            latch();
        }
    }

    private void latch() {
        Optional<NeverLatches> jams =
                faults.use(NeverLatches.class, never -> never.covers(number()));
        if (jams.isPresent()) {
            seen = Position.FAULT;
            watcher.happened(this, "fault", command);
            Long latchesAfter = jams.get().latchesAfterMs();
            if (latchesAfter != null) {
                uptime.after(latchesAfter, this::latchAfterAll);
            }
            return;
        }
        watcher.happened(this, "closed", command);
        if (faults.use(Bounces.class, bounces -> bounces.covers(number())).isPresent()) {
            watcher.happened(this, "closed", command);
        }
        command = null;
    }

    private void latchAfterAll() {
        if (seen == Position.FAULT) {
            seen = Position.CLOSED;
            latch();
        }
    }

    private void moved(Position to) {
        position = to;
        seen = to;
    }

    private void require(Position expected) {
        if (position != expected) {
            throw new IllegalStateException(
                    "door " + number() + " is " + position + " and not " + expected);
        }
    }
}
