package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import io.kaimen.simulator.fault.CabinetFault.Reboots;
import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.fault.Wanted;
import io.kaimen.simulator.line.FaultyLine;
import io.kaimen.simulator.line.Traffic;
import io.kaimen.simulator.time.TurnedUptime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A cabinet with two doors on the bench: connected, the server's time learnt, power switchable. */
final class CabinetBench {

    /** Server time when the first heartbeat arrives. */
    static final long SERVER = 1_800_000_000_000L;

    private static final CabinetDefinition DEFINITION =
            new CabinetDefinition(
                    "secret",
                    "127.0.0.1",
                    1883,
                    null,
                    1L,
                    List.of(
                            new CabinetDefinition.Door(
                                    1,
                                    100,
                                    List.of(
                                            new CabinetDefinition.Lane(1, "COLA-330", 355, 1.0, 8),
                                            new CabinetDefinition.Lane(2, null, 100, 0.0, 5))),
                            new CabinetDefinition.Door(
                                    2,
                                    null,
                                    List.of(new CabinetDefinition.Lane(3, null, 50, 0.5, 2)))));

    private final Clock clock = Clock.fixed(Instant.ofEpochMilli(SERVER), ZoneOffset.UTC);
    private final Path folder;
    private final TurnedUptime mains = new TurnedUptime();
    final Faults faults = new Faults(mains::millis);
    private final Power power;
    WatchedLine line = new WatchedLine();
    TurnedUptime uptime = new TurnedUptime();
    VirtualCabinet cabinet;

    CabinetBench(Path folder) {
        this.folder = folder;
        this.power = new Power(mains, this::boot);
        this.cabinet = power.boot().cabinet();
        line.connect();
        time(SERVER, 0);
    }

    /** Cuts the power and gives it back; the cabinet is not connected then. */
    void reboot() {
        power.cut(new Reboots(null, null, 0L, null, null));
        mains.pass(0);
    }

    private Power.Boot boot(Found found, Power failing) {
        Memory.Kept kept = file().read();
        var watched = new WatchedLine();
        var booted = new TurnedUptime();
        var faulty = new FaultyLine(watched, faults, booted);
        var fresh =
                new VirtualCabinet(
                        "KM0001",
                        kept == null ? Memory.of(file(), DEFINITION) : Memory.of(file(), kept),
                        faulty,
                        booted,
                        new Random(1),
                        new Site(clock, faults, new Unlocks(), new Traffic(clock), failing::cut),
                        found);
        faults.watch(() -> {
            faulty.look();
            fresh.look();
        });
        line = watched;
        uptime = booted;
        cabinet = fresh;
        fresh.start();
        return new Power.Boot(fresh, faulty, booted, booted::stop);
    }

    /** Lets time pass, also while there is no power. */
    void pass(long millis) {
        for (long i = 0; i < millis; i++) {
            mains.pass(1);
            uptime.pass(1);
        }
    }

    /** Sets faults as they are put over HTTP. */
    void fault(String json) {
        faults.set(Wanted.list(json.getBytes(StandardCharsets.UTF_8)));
    }

    private CabinetFile file() {
        return new CabinetFile(folder.resolve("KM0001.json"));
    }

    Visit.Progress progress(int door) {
        Visit.@Nullable Progress progress = cabinet.visit(door);
        if (progress == null) {
            throw new AssertionError("no visit");
        }
        return progress;
    }

    static VisitPlan plan(List<Goods> take, @Nullable Long closeAfterMs) {
        return new VisitPlan(take, null, null, null, null, null, closeAfterMs);
    }

    void time(long serverTime, long heartbeatUp) {
        line.down(
                "{\"type\":\"time\",\"serverTime\":%d,\"heartbeatUp\":%d}"
                        .formatted(serverTime, heartbeatUp));
    }

    void open(String id, int door, long expiresAt) {
        line.down(
                "{\"type\":\"open\",\"command\":\"%s\",\"door\":%d,\"issuedAt\":1,\"expiresAt\":%d}"
                        .formatted(id, door, expiresAt));
    }

    void query(String id) {
        line.down(
                "{\"type\":\"query\",\"command\":\"%s\",\"door\":1,\"expiresAt\":%d}"
                        .formatted(id, SERVER + 600_000));
    }
}
