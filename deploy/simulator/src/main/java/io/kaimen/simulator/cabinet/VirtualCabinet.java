package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Messages.Down;
import io.kaimen.simulator.fault.DoorFault;
import io.kaimen.simulator.fault.ScaleFault;
import io.kaimen.simulator.fault.Wanted;
import io.kaimen.simulator.line.Line;
import io.kaimen.simulator.time.Uptime;
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
    private final Site site;
    private final Map<Integer, Lane> lanes = new TreeMap<>();
    private final Map<Integer, Door> doors = new TreeMap<>();
    private final ServerTime serverTime;
    private final EventLog events;
    private final CommandDesk commands;
    private final Telemetry telemetry;
    private final Surprises surprises;
    private final ScaleFaults scaleFaults;
    private final Visits visits;
    private boolean online;

    VirtualCabinet(
            String sn,
            Memory memory,
            Line line,
            Uptime uptime,
            RandomGenerator random,
            Site site,
            Found found) {
        this.sn = sn;
        this.memory = memory;
        this.line = line;
        this.uptime = uptime;
        this.site = site;
        this.scaleFaults = new ScaleFaults(site.faults(), random);
        // Unique even if the memory is thrown away.
        this.boot =
                "b%d-%06x".formatted(memory.boot(), ThreadLocalRandom.current().nextInt(1 << 24));
        for (CabinetDefinition.Door door : memory.definition().doors()) {
            build(door, random, found);
        }
        var calendar = new CalendarClock(site.clock(), site.faults());
        this.serverTime = new ServerTime(uptime, calendar);
        this.events = new EventLog(boot, memory, line, uptime);
        this.commands = new CommandDesk(boot, memory, line, uptime, serverTime, doors, events);
        this.telemetry =
                new Telemetry(
                        boot, FIRMWARE, line, uptime, new ArrayList<>(doors.values()), calendar);
        this.surprises =
                new Surprises(site, uptime, doors, () -> telemetry.cadence().unlockWindowMs());
        this.visits = new Visits(lanes, memory, uptime, site, found);
        found.waiting()
                .forEach((door, plan) -> {
                    var _ = visits.expect(door(door), plan);
                });
    }

    private void build(CabinetDefinition.Door door, RandomGenerator random, Found found) {
        List<Lane> behind = new ArrayList<>();
        for (CabinetDefinition.Lane definition : door.lanes()) {
            List<Double> units = memory.units(definition.lane());
            if (units == null) {
                units = Lane.filled(definition, random);
                memory.keepUnits(definition.lane(), units);
            }
            var lane = new Lane(definition, units, random, scaleFaults);
            behind.add(lane);
            lanes.put(lane.number(), lane);
        }
        Door.Position before =
                found.positions().getOrDefault(door.door(), memory.position(door.door()));
        // Without power the lock falls back.
        Door.Position position =
                before == Door.Position.OPEN ? Door.Position.OPEN : Door.Position.CLOSED;
        doors.put(
                door.door(),
                new Door(door, behind, position, uptime, random, site.faults(), this::happened));
    }

    /** Powers up. */
    void start() {
        doors.values().forEach(this::compare);
        line.open(this);
        look();
    }

    /** What was seen before the power went, with what is seen now. */
    private void compare(Door door) {
        Door.Position before = memory.position(door.number());
        if (door.position() == Door.Position.OPEN) {
            if (before == Door.Position.OPEN) {
                telemetry.opened(door);
            } else {
                happened(door, "opened", null);
            }
        } else if (before == Door.Position.OPEN || before == Door.Position.FAULT) {
            // Weighed as after every close.
            telemetry.opened(door);
            happened(door, "closed", null);
        } else if (before == Door.Position.UNLOCKED) {
            happened(door, "relocked", null);
        }
    }

    /**
     * Whether there are such doors and lanes.
     *
     * @throws IllegalArgumentException when there are not
     */
    void check(List<Wanted> faults) {
        for (Wanted wanted : faults) {
            switch (wanted.fault()) {
                case DoorFault at when at.door() != null -> door(at.door());
                case ScaleFault on when on.lane() != null && !lanes.containsKey(on.lane()) ->
                        throw new IllegalArgumentException("no lane " + on.lane());
                default -> {}
            }
        }
    }

    /** The cabinet has booted, or other faults were set. */
    void look() {
        // A scale that is stuck from now on has a reading to be stuck at.
        lanes.values().forEach(lane -> lane.read(uptime.millis()));
        surprises.look();
    }

    /** There is no power any more. */
    void dark() {
        online = false;
    }

    /** What the next boot will find. */
    Found found() {
        var positions = new TreeMap<Integer, Door.Position>();
        doors.forEach((number, door) -> positions.put(number, door.position()));
        return visits.found(positions);
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
        memory.keepPosition(door.number(), door.seen());
        switch (event) {
            case "unlocked" -> {
                site.unlocks().happened(command);
                visits.unlocked(door, command);
            }
            case "opened" -> telemetry.opened(door);
            case "fault" -> log.info("{} door {} did not latch", sn, door.number());
            case "closed" -> {
                telemetry.closed(door);
                visits.closed(door);
            }
            case "relocked" -> visits.relocked(door);
            default -> throw new IllegalArgumentException(event);
        }
        events.add(door.number(), event, command);
        surprises.after(event);
    }

    /**
     * Sends a shopper to a door.
     *
     * @throws IllegalArgumentException when there is no such door or lane, or not as much in it
     * @throws IllegalStateException when somebody is at the door
     */
    Visit.Progress visit(int number, VisitPlan plan) {
        return visits.send(door(number), plan);
    }

    /** How often each command has released a lock. */
    Map<String, Integer> unlocks() {
        return site.unlocks().byCommand();
    }

    /** The last visit to a door; null when there was none. */
    Visit.@Nullable Progress visit(int number) {
        return visits.progress(door(number).number());
    }

    /** Somebody at a door who follows no plan. */
    Hands hands(int number) {
        return new Hands(door(number), lanes, visits, memory, uptime);
    }

    /**
     * Somebody pushes a door shut that was left open.
     *
     * @throws IllegalStateException when it is not open
     */
    void close(int number) {
        Door door = door(number);
        door.close();
        visits.shut(door);
    }

    /** Somebody pushes every open door shut. */
    void closeAll() {
        doors.forEach((number, door) -> {
            if (door.position() == Door.Position.OPEN) {
                close(number);
            }
        });
    }

    CabinetView view() {
        return CabinetView.of(sn, boot, online, memory, doors.values(), site.faults().view());
    }

    private Door door(int number) {
        Door door = doors.get(number);
        if (door == null) {
            throw new IllegalArgumentException("no door " + number);
        }
        return door;
    }
}
