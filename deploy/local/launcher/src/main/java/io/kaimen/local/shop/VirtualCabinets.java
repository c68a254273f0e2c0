package io.kaimen.local.shop;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The simulator's cabinets: what somebody in front of one does to it. */
public final class VirtualCabinets {

    private final Http simulator;
    private final List<Integer> mqttPorts;

    public VirtualCabinets(Instance instance) {
        this.simulator = new Http("simulator", instance.url(Port.SIMULATOR));
        this.mqttPorts =
                List.of(instance.ports().get(Port.MQTT), instance.ports().get(Port.MQTT_2));
    }

    /** Units in each lane; nothing when no such virtual cabinet talks to this stack. */
    Optional<Map<Integer, Integer>> contents(String sn) throws InterruptedException {
        var answer = simulator.call("GET", "/cabinets/" + sn, null);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.succeeded()) {
            throw new Http.CallRefused("simulator", "GET /cabinets/" + sn, answer);
        }
        if (!talksToUs(answer.body())) {
            return Optional.empty();
        }
        var contents = new TreeMap<Integer, Integer>();
        for (var door : answer.body().path("doors")) {
            for (var lane : door.path("lanes")) {
                contents.put(lane.path("lane").asInt(), lane.path("count").asInt());
            }
        }
        return Optional.of(contents);
    }

    /** One that was started before the stack's ports were moved, or with fewer, is replaced. */
    private boolean talksToUs(JsonNode cabinet) {
        var servers = cabinet.path("servers");
        return servers.isEmpty()
                || servers.valueStream()
                        .map(server -> server.path("port").asInt())
                        .toList()
                        .containsAll(mqttPorts);
    }

    /** All there are; which one is tried first differs, so that cabinets spread over them. */
    private List<Map<String, Object>> servers(String sn) {
        var ports = new ArrayList<>(mqttPorts);
        Collections.rotate(ports, sn.hashCode());
        return ports.stream()
                .map(port -> Map.<String, Object>of("host", "127.0.0.1", "port", port))
                .toList();
    }

    /** Starts one, or replaces the one there is. */
    void start(String sn, String credential, Map<Integer, Integer> contents)
            throws InterruptedException {
        simulator.put(
                "/cabinets/" + sn,
                Map.of(
                        "credential",
                        credential,
                        "servers",
                        servers(sn),
                        "doors",
                        Demo.doors().stream().map(door -> door(door, contents)).toList()));
    }

    private static Map<String, Object> door(int door, Map<Integer, Integer> contents) {
        var lanes =
                Demo.behind(door).stream()
                        .map(slot ->
                                Map.of(
                                        "lane", slot.lane(),
                                        "sku", slot.sku(),
                                        "unitGrams", slot.unitGrams(),
                                        "unitSigma", Demo.UNIT_SIGMA,
                                        "count", contents.getOrDefault(slot.lane(), 0)))
                        .toList();
        return Map.of("door", door, "lanes", lanes);
    }

    /**
     * How a shopper behaves at the door. Each wait, in milliseconds, begins where the one before
     * ends.
     *
     * @param pulls whether the door is pulled at all
     * @param openAfterMs from the unlock
     * @param takeAfterMs from the pull
     * @param closeAfterMs from the last touch, or from the pull
     */
    public record Manners(boolean pulls, int openAfterMs, int takeAfterMs, int closeAfterMs) {

        /** Somebody in a hurry. */
        public static final Manners BRISK = new Manners(true, 300, 800, 800);
    }

    /** Says what a shopper in a hurry will do once the door unlocks. */
    public void expect(String sn, int door, List<Take> takes) throws InterruptedException {
        expect(sn, door, takes, Manners.BRISK);
    }

    /** Says what the shopper will do once the door unlocks. */
    public void expect(String sn, int door, List<Take> takes, Manners manners)
            throws InterruptedException {
        simulator.post(
                visitPath(sn, door),
                Map.of(
                        "take",
                                takes.stream()
                                        .map(take ->
                                                Map.of(
                                                        "lane", take.lane(),
                                                        "count", take.count()))
                                        .toList(),
                        "pull", manners.pulls(),
                        "openAfterMs", manners.openAfterMs(),
                        "takeAfterMs", manners.takeAfterMs(),
                        "closeAfterMs", manners.closeAfterMs()));
    }

    /** Puts these faults in the place of all that a cabinet had; see the simulator's README. */
    public void fault(String sn, List<Map<String, Object>> faults) throws InterruptedException {
        simulator.put("/cabinets/%s/faults".formatted(sn), faults);
    }

    /** How often each command has released a lock of this cabinet. */
    public Map<String, Integer> unlocks(String sn) throws InterruptedException {
        var unlocks = new TreeMap<String, Integer>();
        simulator
                .get("/cabinets/%s/unlocks".formatted(sn))
                .properties()
                .forEach(command -> unlocks.put(command.getKey(), command.getValue().asInt()));
        return unlocks;
    }

    /** How the visit went. */
    public JsonNode visit(String sn, int door) throws InterruptedException {
        return simulator.call("GET", visitPath(sn, door), null).body();
    }

    private static String visitPath(String sn, int door) {
        return "/cabinets/%s/doors/%d/visit".formatted(sn, door);
    }
}
