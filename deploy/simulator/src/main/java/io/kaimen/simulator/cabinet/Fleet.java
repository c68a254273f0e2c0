package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.fault.Wanted;
import io.kaimen.simulator.line.FaultyLine;
import io.kaimen.simulator.line.MqttLine;
import io.kaimen.simulator.line.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All cabinets of the simulator; each has a file, so that a restart is a reboot for all of them.
 */
public final class Fleet {

    private static final Logger log = LoggerFactory.getLogger(Fleet.class);
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final String SUFFIX = ".json";

    private final ConcurrentSkipListMap<String, RunningCabinet> running =
            new ConcurrentSkipListMap<>();
    private final Path data;
    private final Clock clock;
    private final List<Wanted> faults;
    private final List<ScheduledExecutorService> threads;

    /**
     * @param data folder of the cabinets' files; made when it is not there
     * @param faults what is wrong with each cabinet from its start
     */
    public Fleet(Path data, Clock clock, List<Wanted> faults) {
        this.data = data;
        this.clock = clock;
        this.faults = List.copyOf(faults);
        this.threads =
                Stream.generate(Fleet::thread)
                        .limit(Math.max(2, Runtime.getRuntime().availableProcessors()))
                        .toList();
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + data, e);
        }
    }

    /** Powers up every cabinet that has a file. */
    public void resume() {
        try (Stream<Path> files = Files.list(data)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .forEach(this::resume);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + data, e);
        }
    }

    private void resume(String sn) {
        var file = file(sn);
        Memory.Kept kept = file.read();
        if (kept != null) {
            running.put(sn, powerUp(sn, Memory.of(file, kept), file));
            log.info("{} boots again", sn);
        }
    }

    /**
     * Builds a cabinet and powers it up; one that is there is replaced, and the new one goes on
     * counting its boots and sending its unacknowledged events.
     */
    public synchronized RunningCabinet start(String sn, CabinetDefinition definition) {
        if (!SERIAL_NUMBER.matcher(sn).matches()) {
            throw new IllegalArgumentException("not a serial number");
        }
        RunningCabinet before = running.remove(sn);
        if (before != null) {
            before.stop();
        }
        var file = file(sn);
        var cabinet = powerUp(sn, Memory.of(file, definition), file);
        running.put(sn, cabinet);
        return cabinet;
    }

    /** Cuts a cabinet's power for good and forgets it; whether there was one. */
    public synchronized boolean remove(String sn) {
        RunningCabinet cabinet = running.remove(sn);
        if (cabinet != null) {
            cabinet.stop();
            cabinet.forget();
        }
        return cabinet != null;
    }

    public Optional<RunningCabinet> find(String sn) {
        return Optional.ofNullable(running.get(sn));
    }

    public Collection<RunningCabinet> all() {
        return running.values();
    }

    /** Cuts the power of all; their files stay. */
    public void stop() {
        running.values().forEach(RunningCabinet::stop);
        threads.forEach(ScheduledExecutorService::shutdownNow);
    }

    private RunningCabinet powerUp(String sn, Memory memory, CabinetFile file) {
        CabinetDefinition definition = memory.definition();
        long seed = definition.seed() == null ? sn.hashCode() : definition.seed();
        // A seeded cabinet is filled alike every time; its noise goes on from boot to boot.
        var random = new Random(seed);
        var thread = threads.get(Math.floorMod(sn.hashCode(), threads.size()));
        var mains = new CabinetLoop(thread);
        var wrong = new Faults(mains::millis);
        wrong.set(faults);
        var unlocks = new Unlocks();
        var traffic = new Traffic(clock);
        var first = new AtomicReference<@Nullable Memory>(memory);
        var power =
                new Power(
                        mains,
                        (found, failing) -> {
                            Memory known = first.getAndSet(null);
                            return boot(
                                    sn,
                                    known == null ? remembered(file) : known,
                                    thread,
                                    random,
                                    new Site(clock, wrong, unlocks, traffic, failing::cut),
                                    found);
                        });
        return new RunningCabinet(power, mains, wrong, traffic, file);
    }

    private static Memory remembered(CabinetFile file) {
        Memory.Kept kept = file.read();
        if (kept == null) {
            throw new IllegalStateException("nothing was kept");
        }
        return Memory.of(file, kept);
    }

    private static Power.Boot boot(
            String sn,
            Memory memory,
            ScheduledExecutorService thread,
            Random random,
            Site site,
            Found found) {
        CabinetDefinition definition = memory.definition();
        var loop = new CabinetLoop(thread);
        var line =
                new FaultyLine(
                        new MqttLine(
                                sn,
                                definition.credential(),
                                definition.candidates(),
                                site.traffic(),
                                thread,
                                new Random()),
                        site.faults(),
                        loop);
        var cabinet = new VirtualCabinet(sn, memory, line, loop, random, site, found);
        site.faults()
                .watch(() ->
                        loop.run(() -> {
                            line.look();
                            cabinet.look();
                        }));
        loop.run(cabinet::start);
        return new Power.Boot(cabinet, line, loop, loop::stop);
    }

    private CabinetFile file(String sn) {
        return new CabinetFile(data.resolve(sn + SUFFIX));
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "cabinets");
            thread.setDaemon(true);
            return thread;
        });
    }
}
