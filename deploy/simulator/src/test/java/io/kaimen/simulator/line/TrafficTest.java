package io.kaimen.simulator.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.simulator.line.Line.Outgoing;
import io.kaimen.simulator.line.MqttLine.Server;
import io.kaimen.simulator.line.Traffic.Kind;
import io.kaimen.simulator.line.Traffic.Packet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private final Traffic traffic = new Traffic(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void showsWhatIsNewerThanWhatWasSeen() {
        traffic.connection(Kind.ONLINE);
        traffic.message(Kind.DOWN, "cabinet/KM0001/down", 1, "{\"type\":\"open\"}".getBytes(UTF_8));

        assertThat(traffic.after(0).packets()).hasSize(2);
        assertThat(traffic.after(1).packets())
                .containsExactly(
                        new Packet(
                                2,
                                NOW,
                                Kind.DOWN,
                                "cabinet/KM0001/down",
                                1,
                                "{\"type\":\"open\"}"));
        assertThat(traffic.after(2)).isEqualTo(new Traffic.Seen(2, List.of()));
    }

    @Test
    void keepsTheLastAndNoMoreOfEachThanOneCanRead() {
        var much = "x".repeat(Traffic.MOST_BYTES + 1).getBytes(UTF_8);
        for (int i = 0; i < Traffic.MOST_PACKETS + 7; i++) {
            traffic.message(Kind.UP, "cabinet/KM0001/up/weights", 1, much);
        }

        var packets = traffic.after(0).packets();
        assertThat(packets).hasSize(Traffic.MOST_PACKETS);
        assertThat(packets.getFirst().number()).isEqualTo(8);
        assertThat(packets.getLast().text()).hasSize(Traffic.MOST_BYTES + 1).endsWith("x…");
    }

    @Test
    void recordsWhatWentOverTheWireAndNoCredential() throws Exception {
        try (var broker = new SmallBroker();
                var threads = Executors.newSingleThreadScheduledExecutor()) {
            var servers = List.of(new Server("127.0.0.1", broker.port()));
            var line =
                    new MqttLine("KM0001", "very-secret", servers, traffic, threads, new Random(1));
            var beat = new Outgoing("heartbeat", "{}".getBytes(UTF_8));

            assertThat(line.send(beat)).as("before it is connected").isCompletedExceptionally();
            line.open(new Deafness());
            Awaitility.await().until(() -> !traffic.after(0).packets().isEmpty());
            line.send(beat).join();
            line.close();
            Awaitility.await().until(() -> traffic.after(0).packets().size() == 3);
            threads.shutdownNow();
        }

        assertThat(traffic.after(0).packets())
                .extracting(Packet::kind)
                .containsExactly(Kind.ONLINE, Kind.UP, Kind.OFFLINE);
        assertThat(traffic.after(0).toString())
                .contains("cabinet/KM0001/up/heartbeat")
                .doesNotContain("very-secret");
    }

    private static final class Deafness implements Line.Listener {

        @Override
        public void online() {}

        @Override
        public void offline() {}

        @Override
        public void received(byte[] json) {}
    }
}
