package io.kaimen.simulator.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.simulator.line.Line.Outgoing;
import io.kaimen.simulator.line.MqttLine.Server;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comes and goes over real sockets. */
class MqttLineTest {

    private final SmallBroker broker = new SmallBroker();
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
    private final AtomicBoolean online = new AtomicBoolean();
    private final MqttLine line =
            new MqttLine(
                    "KM0001",
                    "secret",
                    List.of(at(broker)),
                    new Traffic(Clock.systemUTC()),
                    threads,
                    new Random(1));

    MqttLineTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        line.close();
        threads.shutdownNow();
        broker.close();
    }

    @Test
    void staysAwayUntilItIsToldToComeBack() {
        line.open(new Watching());
        await().untilTrue(online);
        line.send(new Outgoing("event", "{}".getBytes(UTF_8))).join();
        assertThat(broker.publishes).hasSize(1);

        line.leave();
        await().untilFalse(online);
        // Longer than the first back-off.
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> broker.connects.get() == 1 && broker.connected.get() == 0);
        assertThat(line.send(new Outgoing("event", new byte[0]))).isCompletedExceptionally();

        line.comeBack();
        await().untilTrue(online);
        assertThat(broker.connects).hasValue(2);
    }

    @Test
    void connectsOnceWhenItComesBackBeforeItHasGone() {
        line.open(new Watching());
        await().untilTrue(online);
        line.leave();
        line.comeBack();
        await().untilAsserted(() -> assertThat(broker.connects).hasValue(2));
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> broker.connects.get() == 2 && online.get());
    }

    @Test
    void doesNotConnectWhenItLeftBeforeItWasOpened() {
        line.leave();
        line.open(new Watching());
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(3))
                .until(() -> broker.connects.get() == 0);
        line.comeBack();
        await().untilTrue(online);
    }

    @Test
    void goesToTheNextServerWhenOneIsLost() throws IOException {
        var other = new SmallBroker();
        var both = List.of(at(broker), at(other));
        var twoServers =
                new MqttLine(
                        "KM0002",
                        "secret",
                        both,
                        new Traffic(Clock.systemUTC()),
                        threads,
                        new Random(1));
        try {
            twoServers.open(new Watching());
            await().untilTrue(online);
            assertThat(broker.connects).hasValue(1);

            broker.close();
            await().untilAsserted(() -> assertThat(other.connects).hasValue(1));
            await().untilTrue(online);
            assertThat(other.connected).hasValue(1);
        } finally {
            twoServers.close();
            other.close();
        }
    }

    private static Server at(SmallBroker broker) {
        return new Server("127.0.0.1", broker.port());
    }

    private final class Watching implements Line.Listener {

        @Override
        public void online() {
            online.set(true);
        }

        @Override
        public void offline() {
            online.set(false);
        }

        @Override
        public void received(byte[] json) {}
    }
}
