package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.time.Clock;
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

    private final Path folder;
    WatchedLine line = new WatchedLine();
    TurnedUptime uptime = new TurnedUptime();
    VirtualCabinet cabinet;

    CabinetBench(Path folder) {
        this.folder = folder;
        this.cabinet = powerUp(Memory.of(file(), DEFINITION));
        line.connect();
        time(SERVER, 0);
    }

    /** Cuts the power and gives it back; the cabinet is not connected then. */
    void reboot() {
        Memory.Kept kept = file().read();
        if (kept == null) {
            throw new AssertionError("nothing was kept");
        }
        line = new WatchedLine();
        uptime = new TurnedUptime();
        cabinet = powerUp(Memory.of(file(), kept));
    }

    private VirtualCabinet powerUp(Memory memory) {
        var booted =
                new VirtualCabinet(
                        "KM0001", memory, line, uptime, Clock.systemUTC(), new Random(1));
        booted.start();
        return booted;
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
