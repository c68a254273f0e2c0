package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import io.kaimen.simulator.time.Uptime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A shopper at a door, following a plan. Times are for the people and programs that watch. */
public final class Visit {

    /** How far the visit is. */
    public enum State {
        /** For the door to unlock. */
        WAITING,
        UNLOCKED,
        OPEN,
        /** The door is closed again; the visit is over. */
        CLOSED,
        /** Nobody pulled; the visit is over. */
        RELOCKED
    }

    /** What was done, as JSON shows it. */
    public record Touch(String what, int lane, int count, double gramsLeft, Instant at) {}

    /** The visit so far. */
    public record Progress(
            State state,
            Instant askedAt,
            @Nullable String command,
            @Nullable Instant unlockedAt,
            @Nullable Instant openedAt,
            List<Touch> touches,
            @Nullable Instant closedAt) {

        /** After the power has failed: somebody else shut the door. */
        Progress shut(Instant at) {
            return state == State.OPEN ? ended(State.CLOSED, at) : this;
        }

        /** After the power has failed: the lock fell back. */
        Progress relocked() {
            return state == State.UNLOCKED ? ended(State.RELOCKED, closedAt) : this;
        }

        private Progress ended(State end, @Nullable Instant at) {
            return new Progress(end, askedAt, command, unlockedAt, openedAt, touches, at);
        }
    }

    private final VisitPlan plan;
    private final Door door;
    private final Map<Integer, Lane> lanes;
    private final Uptime uptime;
    private final Clock clock;
    private final Consumer<Lane> touched;
    private final Predicate<Door> leftOpen;
    private final Instant askedAt;
    private final List<Touch> touches = new ArrayList<>();
    private State state = State.WAITING;
    private @Nullable String command;
    private @Nullable Instant unlockedAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;

    Visit(
            VisitPlan plan,
            Door door,
            Map<Integer, Lane> lanes,
            Uptime uptime,
            Clock clock,
            Consumer<Lane> touched,
            Predicate<Door> leftOpen) {
        this.plan = plan;
        this.door = door;
        this.lanes = lanes;
        this.uptime = uptime;
        this.clock = clock;
        this.touched = touched;
        this.leftOpen = leftOpen;
        this.askedAt = clock.instant();
    }

    boolean underWay() {
        return state == State.UNLOCKED || state == State.OPEN;
    }

    boolean waiting() {
        return state == State.WAITING;
    }

    VisitPlan plan() {
        return plan;
    }

    /** The lock was released. */
    void unlocked(@Nullable String byCommand) {
        state = State.UNLOCKED;
        command = byCommand;
        unlockedAt = clock.instant();
        if (plan.pulls()) {
            uptime.after(plan.openAfter(), this::pull);
        }
    }

    /** Nobody pulled in time. */
    void relocked() {
        if (state == State.UNLOCKED) {
            state = State.RELOCKED;
        }
    }

    Progress progress() {
        return new Progress(
                state, askedAt, command, unlockedAt, openedAt, List.copyOf(touches), closedAt);
    }

    private void pull() {
        if (door.position() != Door.Position.UNLOCKED) {
            return;
        }
        door.pull();
        state = State.OPEN;
        openedAt = clock.instant();
        List<Runnable> steps = new ArrayList<>();
        plan.putting().forEach(goods -> steps.add(() -> put(goods)));
        plan.taking().forEach(goods -> steps.add(() -> take(goods)));
        long at = plan.takeAfter();
        for (Runnable step : steps) {
            uptime.after(at, step);
            at += plan.between();
        }
        long lastStep = steps.isEmpty() ? 0 : at - plan.between();
        uptime.after(lastStep + plan.closeAfter(), this::close);
    }

    private void take(Goods goods) {
        Lane lane = lane(goods);
        int taken = lane.take(uptime.millis(), goods.count());
        touched("take", lane, taken);
    }

    private void put(Goods goods) {
        Lane lane = lane(goods);
        lane.put(uptime.millis(), goods.count());
        touched("put", lane, goods.count());
    }

    private void touched(String what, Lane lane, int count) {
        touches.add(
                new Touch(
                        what,
                        lane.number(),
                        count,
                        Math.round(lane.grams() * 10) / 10.0,
                        clock.instant()));
        touched.accept(lane);
    }

    private void close() {
        if (state == State.OPEN && !leftOpen.test(door)) {
            // Shut first: what follows in the cabinet must not find the visit over.
            state = State.CLOSED;
            closedAt = clock.instant();
            door.close();
        }
    }

    /** Somebody else has shut the door. */
    void shut() {
        if (state == State.OPEN) {
            state = State.CLOSED;
            closedAt = clock.instant();
        }
    }

    private Lane lane(Goods goods) {
        Lane lane = lanes.get(goods.lane());
        if (lane == null) {
            throw new IllegalStateException("no lane " + goods.lane());
        }
        return lane;
    }
}
