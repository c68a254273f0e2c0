package io.kaimen.comm.downlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.downlink.GiveCommand.Given;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Sessions;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.kaimen.contracts.device.Cadence;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiveCommandTest {

    private static final Instant EXPIRY = CommFixture.NOW.plusSeconds(8);

    private final CommFixture comm = new CommFixture();
    private final Disconnector disconnector = new Disconnector(comm.metrics);
    private final Sessions sessions = new Sessions(disconnector, comm.metrics);
    private final Socket socket = new Socket();
    private final EmbeddedChannel channel = new EmbeddedChannel(socket);
    private final CabinetSession session =
            new CabinetSession("KM0001", 7, Cadence.DEFAULT, false, channel);
    private final GiveCommand giveCommand =
            new GiveCommand(
                    sessions, new DownMessages(), disconnector, comm.clock, comm.properties);

    @BeforeEach
    void connect() {
        session.attach();
        session.subscribed(MqttQoS.AT_LEAST_ONCE);
        sessions.add(session);
    }

    @Test
    void waitsForACabinetWhoseRouteIsHereBeforeItsSession() {
        sessions.expect("KM0001");
        CompletableFuture<Given> given = giveCommand.give(open("c-1", 8));
        assertThat(given).isNotDone();

        var newer = new EmbeddedChannel();
        var admitted = new CabinetSession("KM0001", 8, Cadence.DEFAULT, false, newer);
        admitted.attach();
        admitted.subscribed(MqttQoS.AT_LEAST_ONCE);
        sessions.add(admitted);
        sessions.judged("KM0001");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> {
                    newer.runPendingTasks();
                    assertThat(newer.<Object>readOutbound()).isNotNull();
                });
    }

    @Test
    void doesNotWaitForACabinetThatIsNotExpectedAnyMore() {
        sessions.expect("KM0001");
        sessions.judged("KM0001");
        assertThat(giveCommand.give(open("c-1", 8)))
                .isCompletedWithValueMatching(answer -> answer.outcome() == Outcome.NOT_HERE);
    }

    @Test
    void writesACommandAndSaysSoOnceItIsWritten() {
        CompletableFuture<Given> given = given(open("c-1", 7));
        assertThat(given).as("still in the socket's buffer").isNotDone();

        socket.take();

        assertThat(given).isCompletedWithValue(new Given(Outcome.SENT, null));
        assertThat(read())
                .isEqualTo(
                        "{\"type\":\"open\",\"command\":\"c-1\",\"door\":1,\"issuedAt\":"
                                + CommFixture.NOW.toEpochMilli()
                                + ",\"expiresAt\":"
                                + EXPIRY.toEpochMilli()
                                + "}");
    }

    @Test
    void neverWritesAnExpiredCommand() {
        comm.clock.turn(Duration.ofSeconds(8));
        assertThat(given(open("c-1", 7))).isCompletedWithValue(new Given(Outcome.EXPIRED, null));
        assertThat(read()).isNull();
    }

    @Test
    void judgesTheExpiryWhenItWritesAndNotWhenItWasAsked() {
        CompletableFuture<Given> given = giveCommand.give(open("c-1", 7));
        // The event loop stood still meanwhile.
        comm.clock.turn(Duration.ofSeconds(60));
        channel.runPendingTasks();
        assertThat(given).isCompletedWithValue(new Given(Outcome.EXPIRED, null));
        assertThat(read()).isNull();
    }

    @Test
    void writesACommandThatComesTwiceOnce() {
        var _ = given(open("c-1", 7));
        socket.take();
        assertThat(read()).isNotNull();
        comm.clock.turn(Duration.ofSeconds(60));
        assertThat(given(open("c-1", 7)).resultNow().outcome())
                .as("it was written, expired or not")
                .isEqualTo(Outcome.SENT);
        assertThat(read()).isNull();
    }

    @Test
    void doesNotGiveACommandMeantForAnotherConnection() {
        assertThat(given(open("c-1", 6)).resultNow().outcome()).isEqualTo(Outcome.NOT_HERE);
        assertThat(given(open("c-1", 8)).resultNow().outcome()).isEqualTo(Outcome.NOT_HERE);
        assertThat(read()).isNull();
    }

    @Test
    void saysSoWhenTheCabinetIsNotHere() {
        sessions.remove(session);
        assertThat(given(open("c-1", 7)).resultNow().outcome()).isEqualTo(Outcome.NOT_HERE);
        comm.clock.turn(Duration.ofSeconds(9));
        assertThat(given(open("c-1", 7)).resultNow().outcome()).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void waitsForTheSubscriptionOfACabinetThatHasJustConnected() {
        channel.freezeTime();
        session.subscribed(null);
        CompletableFuture<Given> given = given(open("c-1", 7));
        assertThat(given).isNotDone();
        session.subscribed(MqttQoS.AT_LEAST_ONCE);
        look();
        socket.take();
        assertThat(given.resultNow().outcome()).isEqualTo(Outcome.SENT);
    }

    @Test
    void waitsForASubscriptionNoLongerThanTheCommandLives() {
        channel.freezeTime();
        session.subscribed(null);
        CompletableFuture<Given> expiring = given(open("c-1", 7));
        comm.clock.turn(Duration.ofSeconds(8));
        look();
        assertThat(expiring.resultNow().outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(read()).isNull();
    }

    @Test
    void doesNotWaitForASubscriptionOnAClosedConnection() {
        session.subscribed(null);
        channel.close();
        assertThat(given(open("c-1", 7)).resultNow().outcome()).isEqualTo(Outcome.NOT_HERE);
    }

    @Test
    void saysNotHereWhenTheSocketDiesUnderTheCommand() {
        CompletableFuture<Given> given = given(open("c-1", 7));
        channel.close();
        assertThat(given.resultNow().outcome()).isEqualTo(Outcome.NOT_HERE);
    }

    @Test
    void endsACabinetThatAcknowledgesNothing() {
        var first = given(open("c-1", 7));
        var second = given(open("c-2", 7));
        assertThat(given(open("c-3", 7)).resultNow().outcome()).isEqualTo(Outcome.NOT_HERE);
        assertThat(channel.isOpen()).isFalse();
        assertThat(comm.counted("endings", "reason", "not-reading")).isEqualTo(1);
        assertThat(first).isDone();
        assertThat(second).isDone();
    }

    @Test
    void goesOnWithACabinetThatAcknowledges() {
        for (int i = 1; i <= 10; i++) {
            var given = given(open("c-" + i, 7));
            socket.take();
            assertThat(given.resultNow().outcome()).isEqualTo(Outcome.SENT);
            PendingAcks.acknowledged(channel, i);
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void cutsARevokedCabinetOff() {
        assertThat(given(command("c-1", 7, Kind.DISCONNECT, 0)).resultNow().outcome())
                .isEqualTo(Outcome.ACKNOWLEDGED);
        assertThat(channel.isOpen()).isFalse();
        assertThat(comm.counted("endings", "reason", "revoked")).isEqualTo(1);
    }

    private CompletableFuture<Given> given(CabinetCommand command) {
        CompletableFuture<Given> given = giveCommand.give(command);
        channel.runPendingTasks();
        return given;
    }

    private void look() {
        channel.advanceTimeBy(100, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    private static CabinetCommand open(String id, long epoch) {
        return command(id, epoch, Kind.OPEN_DOOR, 1);
    }

    private static CabinetCommand command(String id, long epoch, Kind kind, int door) {
        return new CabinetCommand(
                id, "KM0001", "comm-1", epoch, kind, door, CommFixture.NOW, EXPIRY, null);
    }

    private @Nullable String read() {
        MqttPublishMessage publish = channel.readOutbound();
        if (publish == null) {
            return null;
        }
        assertThat(publish.variableHeader().topicName()).isEqualTo("cabinet/KM0001/down");
        String payload = publish.payload().toString(StandardCharsets.UTF_8);
        publish.release();
        return payload;
    }

    /** Holds what is written until the test lets it go, as a slow network would. */
    private static final class Socket extends ChannelOutboundHandlerAdapter {

        private @Nullable ChannelHandlerContext context;

        @Override
        public void flush(ChannelHandlerContext held) {
            context = held;
        }

        @Override
        public void close(ChannelHandlerContext closing, ChannelPromise promise) {
            closing.close(promise);
        }

        void take() {
            if (context != null) {
                context.flush();
            }
        }
    }
}
