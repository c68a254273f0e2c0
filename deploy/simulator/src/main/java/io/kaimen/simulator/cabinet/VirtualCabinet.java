package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Messages.Down;
import io.kaimen.simulator.line.Line;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One boot of a virtual cabinet. Everything in it runs on its {@link Uptime}'s thread. */
final class VirtualCabinet implements Line.Listener {

    private static final Logger log = LoggerFactory.getLogger(VirtualCabinet.class);
    private static final String FIRMWARE = "simulator-1";

    private final String sn;
    private final String boot;
    private final Memory memory;
    private final Line line;
    private final Uptime uptime;
    private final Clock clock;
    private final Map<Integer, Lane> lanes = new TreeMap<>();
    private final Map<Integer, Door> doors = new TreeMap<>();
    private final Map<Integer, Visit> visits = new TreeMap<>();
    private final ServerTime serverTime;
    private final EventLog events;
    private final CommandDesk commands;
    private final Telemetry telemetry;
    private boolean online;

    VirtualCabinet(
            String sn,
            Memory memory,
            Line line,
            Uptime uptime,
            Clock clock,
            RandomGenerator random) {
        this.sn = sn;
        this.memory = memory;
        this.line = line;
        this.uptime = uptime;
        this.clock = clock;
        // Unique even if the memory is thrown away.
        this.boot =
                "b%d-%06x".formatted(memory.boot(), ThreadLocalRandom.current().nextInt(1 << 24));
        for (CabinetDefinition.Door door : memory.definition().doors()) {
            build(door, random);
        }
        this.serverTime = new ServerTime(uptime);
        this.events = new EventLog(boot, memory, line, uptime);
        this.commands = new CommandDesk(boot, memory, line, uptime, serverTime, doors, events);
        this.telemetry =
                new Telemetry(boot, FIRMWARE, line, uptime, new ArrayList<>(doors.values()));
    }

    private void build(CabinetDefinition.Door door, RandomGenerator random) {
        List<Lane> behind = new ArrayList<>();
        for (CabinetDefinition.Lane definition : door.lanes()) {
            List<Double> units = memory.units(definition.lane());
            if (units == null) {
                units = Lane.filled(definition, random);
                memory.keepUnits(definition.lane(), units);
            }
            var lane = new Lane(definition, units, random);
            behind.add(lane);
            lanes.put(lane.number(), lane);
        }
        Door.Position position =
                memory.position(door.door()) == Door.Position.OPEN
                        ? Door.Position.OPEN
                        : Door.Position.CLOSED;
        doors.put(door.door(), new Door(door, behind, position, uptime, random, this::happened));
    }

    /** Powers up. */
    void start() {
        doors.values()
                .forEach(door -> {
                    if (memory.position(door.number()) == Door.Position.UNLOCKED) {
                        // Without power the lock falls back.
                        happened(door, "relocked", null);
                    } else if (door.position() == Door.Position.OPEN) {
                        telemetry.opened(door);
                    }
                });
        line.open(this);
    }

    @Override
    public void online() {
        uptime.run(() -> {
            online = true;
            telemetry.online();
            events.online();
        });
    }

    @Override
    public void offline() {
        uptime.run(() -> {
            online = false;
            telemetry.offline();
            events.offline();
        });
    }

    @Override
    public void received(byte[] json) {
        uptime.run(() -> obey(json));
    }

    private void obey(byte[] json) {
        try {
            switch (Messages.down(json)) {
                case Down.Open open -> commands.open(open, telemetry.cadence().unlockWindowMs());
                case Down.Query query -> commands.query(query);
                case Down.Configure configure -> configure(configure);
                case Down.Time time -> serverTime.learn(time.serverTime(), time.heartbeatUp());
            }
        } catch (IllegalArgumentException e) {
            log.warn("{} was told something it does not know: {}", sn, e.getMessage());
        }
    }

    private void configure(Down.Configure configure) {
        try {
            telemetry.configure(
                    new Cadence(
                            configure.heartbeatMs(),
                            configure.closedWeightsMs(),
                            configure.openWeightsMs(),
                            configure.afterCloseMs(),
                            configure.unlockWindowMs()));
            commands.configured(configure.command());
        } catch (IllegalArgumentException e) {
            commands.refused(configure.command(), String.valueOf(e.getMessage()));
        }
    }

    private void happened(Door door, String event, @Nullable String command) {
        memory.keepPosition(door.number(), door.position());
        Visit visit = visits.get(door.number());
        switch (event) {
            case "unlocked" -> {
                if (visit != null && visit.waiting()) {
                    visit.unlocked(command);
                }
            }
            case "opened" -> telemetry.opened(door);
            case "closed" -> telemetry.closed(door);
            case "relocked" -> {
                if (visit != null && visit.underWay()) {
                    visit.relocked();
                }
            }
            default -> throw new IllegalArgumentException(event);
        }
        events.add(door.number(), event, command);
    }

    /**
     * Sends a shopper to a door.
     *
     * @throws IllegalArgumentException when there is no such door or lane, or not as much in it
     * @throws IllegalStateException when somebody is at the door
     */
    Visit.Progress visit(int number, VisitPlan plan) {
        Door door = door(number);
        Visit before = visits.get(number);
        if (before != null && before.underWay()) {
            throw new IllegalStateException("somebody is at the door");
        }
        plan.putting().forEach(goods -> lane(door, goods));
        for (VisitPlan.Goods goods : plan.taking()) {
            Lane lane = lane(door, goods);
            if (plan.putting().isEmpty() && goods.count() > lane.count()) {
                throw new IllegalArgumentException(
                        "lane %d holds %d".formatted(lane.number(), lane.count()));
            }
        }
        var visit =
                new Visit(
                        plan,
                        door,
                        lanes,
                        uptime,
                        clock,
                        lane -> memory.keepUnits(lane.number(), lane.units()));
        visits.put(number, visit);
        return visit.progress();
    }

    /** The last visit to a door; null when there was none. */
    Visit.@Nullable Progress visit(int number) {
        door(number);
        Visit visit = visits.get(number);
        return visit == null ? null : visit.progress();
    }

    /**
     * Somebody pushes a door shut that was left open.
     *
     * @throws IllegalStateException when it is not open
     */
    void close(int number) {
        door(number).close();
    }

    CabinetView view() {
        return CabinetView.of(sn, boot, online, memory, doors.values());
    }

    private Door door(int number) {
        Door door = doors.get(number);
        if (door == null) {
            throw new IllegalArgumentException("no door " + number);
        }
        return door;
    }

    private static Lane lane(Door door, VisitPlan.Goods goods) {
        return door.lanes().stream()
                .filter(lane -> lane.number() == goods.lane())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no lane %d behind door %d"
                                        .formatted(goods.lane(), door.number())));
    }
}
