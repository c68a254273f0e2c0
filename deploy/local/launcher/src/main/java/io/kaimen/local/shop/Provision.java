package io.kaimen.local.shop;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sees to it that there is a cabinet to buy from: registered, connected, online, with enough in its
 * lanes. What is there already stays as it is.
 */
public final class Provision {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Instance instance;
    private final Operator operator;
    private final VirtualCabinets cabinets;
    private final Consumer<String> say;

    /**
     * @param say takes a line for a person whenever something is done
     */
    public Provision(
            Instance instance, Operator operator, VirtualCabinets cabinets, Consumer<String> say) {
        this.instance = instance;
        this.operator = operator;
        this.cabinets = cabinets;
        this.say = say;
    }

    /**
     * Makes the cabinet ready for this visit. One at a time in an instance: a cabinet's credential
     * is shown only once.
     *
     * @param wanted what to take; null for one of each of the door's first two lanes
     * @return what will be taken
     * @throws ShopFailed when the door has no such lanes, or they cannot hold as much
     */
    public List<Take> ready(String sn, int door, @Nullable List<Take> wanted)
            throws InterruptedException {
        return alone(() -> readyAlone(sn, door, wanted));
    }

    /**
     * Makes a cabinet ready for many visits.
     *
     * @param units that each of its lanes shall hold, when it is new
     */
    public void stock(String sn, int units) throws InterruptedException {
        alone(() -> {
            register(sn, units);
            if (cabinets.contents(sn).isEmpty()) {
                start(sn, operator.bookedUnits(sn).orElseThrow());
            }
            return true;
        });
    }

    /** Waits until a cabinet is online and its scales show what is in its lanes. */
    public void awaitReady(String sn) throws InterruptedException {
        awaitOnline(sn);
        var contents = cabinets.contents(sn).orElseThrow();
        for (int door : Demo.doors()) {
            awaitWeighed(sn, door, contents);
        }
    }

    /** Something that no second process may do at the same time. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws InterruptedException, IOException;
    }

    private <T> T alone(Work<T> work) throws InterruptedException {
        var folder = instance.secretsFolder().resolve("cabinets");
        try {
            PrivateFiles.createFolder(folder);
            try (var channel =
                            FileChannel.open(
                                    folder.resolve(".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.done();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep credentials in " + folder + ".", e);
        }
    }

    private List<Take> readyAlone(String sn, int door, @Nullable List<Take> wanted)
            throws InterruptedException, IOException {
        register(sn, Demo.PAR_LEVEL);
        var contents = cabinets.contents(sn).orElse(null);
        if (contents == null) {
            contents = operator.bookedUnits(sn).orElse(LaneContents.full());
            start(sn, contents);
        }
        awaitOnline(sn);
        var lanes = lanes(sn, door);
        var takes = LaneContents.takes(sn, door, wanted, lanes);
        var refilled = LaneContents.refilled(contents, takes);
        if (!refilled.equals(contents)) {
            refill(sn, contents, refilled);
        }
        awaitWeighed(sn, door, refilled);
        return takes;
    }

    private void register(String sn, int units) throws InterruptedException, IOException {
        var there = operator.cabinet(sn);
        if (there.map(Provision::hasPlanogram).orElse(false)) {
            return;
        }
        operator.registerCatalogue();
        var credential = operator.registerCabinet(sn);
        if (credential.isPresent()) {
            PrivateFiles.write(credentialFile(sn), credential.get() + "\n");
        }
        operator.setPlanogram(sn);
        say.accept(
                "Registered cabinet %s with %d lanes by the admin API."
                        .formatted(sn, Demo.SLOTS.size()));
        fillAtFirst(sn, units);
    }

    /** Replenish-service hears of the planogram by message, so its lanes are there a bit later. */
    private void fillAtFirst(String sn, int units) throws InterruptedException {
        var stock =
                Waiting.until(
                        PATIENCE,
                        PAUSE,
                        () ->
                                operator.bookedUnits(sn)
                                        .filter(lanes -> lanes.size() >= Demo.SLOTS.size()));
        if (stock.isEmpty()) {
            throw new ShopFailed(1, "The stock of cabinet " + sn + " never appeared.");
        }
        for (var slot : Demo.SLOTS) {
            operator.countStock(sn, slot.lane(), units);
        }
    }

    private static boolean hasPlanogram(JsonNode cabinet) {
        return cabinet.path("planogramVersion").asLong(0) > 0;
    }

    private void start(String sn, Map<Integer, Integer> contents)
            throws InterruptedException, IOException {
        cabinets.start(sn, credential(sn), contents);
        say.accept("Started virtual cabinet " + sn + ".");
    }

    /** A lost credential is replaced, but only of a cabinet that was set up for trying. */
    private String credential(String sn) throws InterruptedException, IOException {
        var file = credentialFile(sn);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var name = operator.cabinet(sn).map(c -> c.path("name").asString("")).orElse("");
        if (!name.equals(Demo.name(sn))) {
            throw new ShopFailed(
                    2,
                    "Cabinet %s (%s) is not one of deploy/buy's, and nobody runs it in the simulator."
                            .formatted(sn, name));
        }
        var fresh = operator.rotateCredential(sn);
        PrivateFiles.write(file, fresh + "\n");
        return fresh;
    }

    private Path credentialFile(String sn) {
        return instance.secretsFolder().resolve("cabinets").resolve(sn);
    }

    private void awaitOnline(String sn) throws InterruptedException {
        var status =
                Waiting.until(
                        PATIENCE,
                        PAUSE,
                        () ->
                                operator.cabinet(sn)
                                        .map(cabinet -> cabinet.path("status").asString(""))
                                        .filter("ONLINE"::equals));
        if (status.isEmpty()) {
            throw new ShopFailed(
                    1,
                    "Cabinet %s did not come online within %d s."
                            .formatted(sn, PATIENCE.toSeconds()));
        }
    }

    /** The door's lanes that sell something. */
    private List<Integer> lanes(String sn, int door) throws InterruptedException {
        var lanes =
                operator.cabinet(sn).stream()
                        .flatMap(cabinet -> cabinet.path("doors").valueStream())
                        .filter(candidate -> candidate.path("door").asInt() == door)
                        .flatMap(candidate -> candidate.path("lanes").valueStream())
                        .filter(lane -> lane.path("sku").isString())
                        .map(lane -> lane.path("lane").asInt())
                        .toList();
        if (lanes.isEmpty()) {
            throw new ShopFailed(2, "Cabinet %s sells nothing at door %d.".formatted(sn, door));
        }
        return lanes;
    }

    private void refill(String sn, Map<Integer, Integer> before, Map<Integer, Integer> after)
            throws InterruptedException, IOException {
        start(sn, after);
        for (var lane : after.entrySet()) {
            if (!lane.getValue().equals(before.get(lane.getKey()))) {
                operator.countStock(sn, lane.getKey(), lane.getValue());
                say.accept(
                        "Filled lane %d of %s to %d."
                                .formatted(lane.getKey(), sn, lane.getValue()));
            }
        }
        awaitOnline(sn);
    }

    /** A purchase starts from the last stable weights; they have to be those of what is inside. */
    private void awaitWeighed(String sn, int door, Map<Integer, Integer> contents)
            throws InterruptedException {
        var weighed =
                Waiting.until(
                        PATIENCE,
                        PAUSE,
                        () ->
                                operator.cabinet(sn)
                                        .filter(c -> LaneContents.isWeighed(c, door, contents)));
        if (weighed.isEmpty()) {
            throw new ShopFailed(
                    1,
                    "The weights of cabinet %s never agreed with what is in its lanes."
                            .formatted(sn));
        }
    }
}
