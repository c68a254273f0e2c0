package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.CabinetPlan.DoorPlan;
import io.kaimen.simulator.cabinet.CabinetPlan.LanePlan;
import io.kaimen.simulator.cabinet.Memory.KeptEvent;
import io.kaimen.simulator.cabinet.Visit.Handful;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cabinet as its firmware behaves: reports when connected, obeys a command id once and never
 * after its expiry, keeps events until they are acknowledged, and sends weights at the cadence it
 * was told. One lock guards it; nothing waits inside.
 */
public final class VirtualCabinet {

    private static final String FIRMWARE = "simulator/1";
    private static final int OBEYED_KEPT = 200;

    private final String boot;
    private final CabinetPlan plan;
    private final long boots;
    private final Map<Integer, Door> doors = new TreeMap<>();
    private final List<String> obeyed;
    private final Map<Integer, VisitProgress> visits = new HashMap<>();
    private final ServerTime serverTime = new ServerTime();
    private final EventKeeper events;
    private final Uplink uplink;
    private final Pulse pulse;
    private final Consumer<Memory> remember;
    private final long bornAt;
    private Cadence cadence = Cadence.UNTIL_CONFIGURED;
    private long sequence;
    private boolean connected;
    private boolean off;
    private int connections;

    /**
     * Boots a cabinet.
     *
     * @param memory what it knew before
     * @param remember told its memory at every change that must survive a restart
     */
    public VirtualCabinet(
            Memory memory,
            Uplink uplink,
            Pulse pulse,
            Consumer<Memory> remember,
            RandomGenerator random) {
        this.plan = memory.plan();
        this.boots = memory.boots() + 1;
        this.boot = "b%d-%04x".formatted(boots, random.nextInt(0x10000));
        this.obeyed = new ArrayList<>(memory.obeyed());
        this.uplink = uplink;
        this.pulse = pulse;
        this.remember = remember;
        this.bornAt = pulse.millis();
        for (DoorPlan door : plan.doors()) {
            List<Lane> lanes =
                    door.lanes().stream().map(lane -> lane(lane, memory, random)).toList();
            Door.State state =
                    memory.openDoors().contains(door.door()) ? Door.State.OPEN : Door.State.LOCKED;
            doors.put(door.door(), new Door(door.door(), lanes, state));
        }
        this.events = new EventKeeper(memory.events(), uplink, pulse, this::save, this);
        save();
    }

    private static Lane lane(LanePlan plan, Memory memory, RandomGenerator random) {
        List<Double> units = memory.units().get(plan.lane());
        return new Lane(plan, units == null ? Lane.draw(plan, random) : units, random);
    }

    /** The connection stands and the command topic is subscribed. */
    public synchronized void connected() {
        connected = true;
        int connection = ++connections;
        publish("report", report(), true);
        heartbeat(connection);
        pulse.after(cadence.closedWeightsMs(), () -> closedWeights(connection));
        doors.values().stream()
                .filter(door -> door.state() == Door.State.OPEN)
                .forEach(door -> streamWeights(door, door.startStream(), connection));
        events.send();
    }

    public synchronized void disconnected() {
        connected = false;
        connections++;
    }

    /** Power off: nothing is sent or done any more. */
    public synchronized void switchOff() {
        off = true;
        disconnected();
    }

    /** Something came down the command topic. */
    public synchronized void received(JsonNode command) {
        switch (command.path("type").asString("")) {
            case "time" ->
                    serverTime.learn(
                            command.path("serverTime").asLong(),
                            command.path("heartbeatUp").asLong());
            case "configure" -> configure(command);
            case "open" -> open(command);
            case "query" -> query(command);
            default -> {
                // A newer server may say more than this firmware knows.
            }
        }
    }

    private void configure(JsonNode command) {
        cadence =
                new Cadence(
                        command.path("heartbeatMs").asInt(cadence.heartbeatMs()),
                        command.path("closedWeightsMs").asInt(cadence.closedWeightsMs()),
                        command.path("openWeightsMs").asInt(cadence.openWeightsMs()),
                        command.path("afterCloseMs").asInt(cadence.afterCloseMs()),
                        command.path("unlockWindowMs").asInt(cadence.unlockWindowMs()));
        answer(command.path("command").asString(""), "acknowledged", null);
    }

    private void open(JsonNode command) {
        String id = command.path("command").asString("");
        Door door = doors.get(command.path("door").asInt());
        OptionalLong now = serverTime.at(uptime());
        if (obeyed.contains(id)) {
            answer(id, "acknowledged", "obeyed before");
        } else if (door == null) {
            answer(id, "refused", "no such door");
        } else if (now.isEmpty()) {
            answer(id, "refused", "server time is not known yet");
        } else if (now.getAsLong() > command.path("expiresAt").asLong()) {
            answer(id, "expired", null);
        } else if (door.state() != Door.State.LOCKED) {
            answer(id, "refused", "the door is " + door.position());
        } else {
            obey(id, door);
        }
    }

    private void obey(String id, Door door) {
        obeyed.add(id);
        if (obeyed.size() > OBEYED_KEPT) {
            obeyed.removeFirst();
        }
        answer(id, "acknowledged", null);
        int unlocking = door.unlock(id);
        event(door, "unlocked", id);
        pulse.after(cadence.unlockWindowMs(), () -> relock(door, unlocking));
        VisitProgress visit = visits.get(door.number());
        if (visit != null && visit.isExpected()) {
            visit.reached("unlocked");
            if (visit.visit().opensAfter() >= 0) {
                pulse.after(visit.visit().opensAfter(), () -> pull(door, unlocking, visit));
            }
        }
    }

    private synchronized void relock(Door door, int unlocking) {
        if (!off && door.isStillUnlocked(unlocking)) {
            door.relock();
            event(door, "relocked", door.command());
            Optional.ofNullable(visits.get(door.number()))
                    .ifPresent(visit -> visit.reached("relocked"));
        }
    }

    private synchronized void pull(Door door, int unlocking, VisitProgress visit) {
        if (off || !door.isStillUnlocked(unlocking)) {
            return;
        }
        door.open();
        visit.reached("opened");
        event(door, "opened", door.command());
        streamWeights(door, door.startStream(), connections);
        takeNext(door, visit, new ArrayList<>(visit.visit().handfuls()));
    }

    private void takeNext(Door door, VisitProgress visit, List<Handful> left) {
        if (left.isEmpty()) {
            if (visit.visit().closesAfter() >= 0) {
                pulse.after(visit.visit().closesAfter(), () -> close(door, visit));
            }
            return;
        }
        pulse.after(visit.visit().takesAfter(), () -> take(door, visit, left));
    }

    private synchronized void take(Door door, VisitProgress visit, List<Handful> left) {
        if (off || door.state() != Door.State.OPEN) {
            return;
        }
        Handful handful = left.removeFirst();
        lane(door, handful.lane()).ifPresent(lane -> lane.take(handful.count(), pulse.millis()));
        visit.reached("taken from lane " + handful.lane());
        save();
        takeNext(door, visit, left);
    }

    private synchronized void close(Door door, VisitProgress visit) {
        if (off || door.state() != Door.State.OPEN) {
            return;
        }
        door.close(pulse.millis());
        visit.reached("closed");
        event(door, "closed", door.command());
    }

    private void query(JsonNode command) {
        Door door = doors.get(command.path("door").asInt());
        String id = command.path("command").asString("");
        if (door == null) {
            answer(id, "refused", "no such door");
        } else {
            event(door, door.state() == Door.State.OPEN ? "is-open" : "is-closed", id);
        }
    }

    /**
     * Says what a shopper will do at the door's next unlock. @throws IllegalArgumentException when
     * that is impossible
     */
    public synchronized void expect(int number, Visit visit) {
        Door door = door(number);
        for (Handful handful : visit.handfuls()) {
            Lane lane =
                    lane(door, handful.lane())
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "door %d has no lane %d"
                                                    .formatted(number, handful.lane())));
            if (handful.count() < 1 || handful.count() > lane.count()) {
                throw new IllegalArgumentException(
                        "lane %d holds %d, not %d"
                                .formatted(lane.number(), lane.count(), handful.count()));
            }
        }
        visits.put(number, new VisitProgress(visit));
    }

    /** How the door's last visit goes; empty when none was expected. */
    public synchronized Map<String, Object> visit(int number) {
        door(number);
        VisitProgress visit = visits.get(number);
        return visit == null ? Map.of("phase", "none") : visit.view();
    }

    private synchronized void heartbeat(int connection) {
        if (connection != connections) {
            return;
        }
        publish("heartbeat", stamped(), false);
        pulse.after(cadence.heartbeatMs(), () -> heartbeat(connection));
    }

    private synchronized void closedWeights(int connection) {
        if (connection != connections) {
            return;
        }
        doors.values().stream()
                .filter(door -> door.state() != Door.State.OPEN)
                .forEach(door -> publish("weights", weights(door), true));
        pulse.after(cadence.closedWeightsMs(), () -> closedWeights(connection));
    }

    /** While the door is open and for a time after its close; ends with the connection. */
    private synchronized void streamWeights(Door door, int stream, int connection) {
        boolean fast =
                door.state() == Door.State.OPEN
                        || pulse.millis() - door.closedAt() <= cadence.afterCloseMs();
        if (!fast || !door.isStream(stream) || connection != connections) {
            return;
        }
        publish("weights", weights(door), true);
        pulse.after(cadence.openWeightsMs(), () -> streamWeights(door, stream, connection));
    }

    private void event(Door door, String kind, @Nullable String command) {
        Map<String, Object> payload = stamped();
        payload.put("seq", ++sequence);
        payload.put("door", door.number());
        payload.put("event", kind);
        if (command != null) {
            payload.put("command", command);
        }
        events.add(new KeptEvent(boot, sequence, payload));
    }

    private void answer(String command, String outcome, @Nullable String detail) {
        Map<String, Object> payload = stamped();
        payload.put("command", command);
        payload.put("outcome", outcome);
        if (detail != null) {
            payload.put("detail", detail);
        }
        publish("answer", payload, true);
    }

    private Map<String, Object> report() {
        Map<String, Object> payload = stamped();
        payload.put("firmware", FIRMWARE);
        payload.put("doors", doors.values().stream().map(this::doorView).toList());
        return payload;
    }

    private Map<String, Object> weights(Door door) {
        Map<String, Object> payload = stamped();
        payload.putAll(doorView(door));
        return payload;
    }

    private Map<String, Object> doorView(Door door) {
        List<Map<String, Object>> lanes = new ArrayList<>();
        for (Lane lane : door.lanes()) {
            Lane.Reading reading = lane.read(pulse.millis());
            lanes.add(
                    Map.of(
                            "lane",
                            reading.lane(),
                            "g",
                            reading.grams(),
                            "s",
                            reading.stable() ? 1 : 0));
        }
        return Map.of("door", door.number(), "state", door.position(), "lanes", lanes);
    }

    private Map<String, Object> stamped() {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("boot", boot);
        payload.put("up", uptime());
        return payload;
    }

    private void publish(String kind, Map<String, Object> payload, boolean acknowledged) {
        if (connected && !off) {
            // Reports, weights and answers are not kept: newer ones follow, or the server asks.
            var unused = uplink.publish(kind, payload, acknowledged).exceptionally(lost -> null);
        }
    }

    private long uptime() {
        return pulse.millis() - bornAt;
    }

    private Door door(int number) {
        return Optional.ofNullable(doors.get(number))
                .orElseThrow(() -> new IllegalArgumentException("there is no door " + number));
    }

    private static Optional<Lane> lane(Door door, int number) {
        return door.lanes().stream().filter(lane -> lane.number() == number).findFirst();
    }

    public CabinetPlan plan() {
        return plan;
    }

    /** What a person in front of it sees, and its connection. */
    public synchronized Map<String, Object> view() {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Door door : doors.values()) {
            List<Map<String, Object>> lanes = new ArrayList<>();
            for (Lane lane : door.lanes()) {
                lanes.add(
                        Map.of(
                                "lane",
                                lane.number(),
                                "sku",
                                lane.sku(),
                                "count",
                                lane.count(),
                                "grams",
                                lane.trueGrams()));
            }
            views.add(Map.of("door", door.number(), "state", door.state(), "lanes", lanes));
        }
        return Map.of(
                "boot",
                boot,
                "connected",
                connected,
                "eventsWaiting",
                events.waiting().size(),
                "doors",
                views);
    }

    private void save() {
        remember.accept(memory());
    }

    private Memory memory() {
        var units = new TreeMap<Integer, List<Double>>();
        var open = new ArrayList<Integer>();
        for (Door door : doors.values()) {
            door.lanes().forEach(lane -> units.put(lane.number(), lane.units()));
            if (door.state() == Door.State.OPEN) {
                open.add(door.number());
            }
        }
        return new Memory(
                plan, boots, sequence, events.waiting(), List.copyOf(obeyed), units, open);
    }
}
