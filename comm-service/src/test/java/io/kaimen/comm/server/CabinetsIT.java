package io.kaimen.comm.server;

import static io.kaimen.comm.server.CabinetsFixture.CREDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import io.kaimen.comm.server.CabinetsFixture.Cabinet;
import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.kaimen.contracts.device.CabinetSessionsApi;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.testkit.OnMiddleware;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A cabinet's whole way to RocketMQ and Redis and back, over real sockets. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"kaimen.comm.mqtt-port=0", "kaimen.comm.instance=comm-it"})
@OnMiddleware(service = "comm")
class CabinetsIT {

    private final String sn = CabinetsFixture.newSn();
    private Cabinet cabinet;

    @Autowired private CabinetServer server;
    @Autowired private List<Heard<?>> heard;
    @Autowired private MessageSender sender;
    @Autowired private MessageCodec codec;
    @Autowired private DefaultMQProducer producer;
    @Autowired private RedissonClient redis;
    @Autowired private Clock clock;

    @TestConfiguration
    static class Others {

        @Bean
        @Primary
        CabinetSessionsApi deviceServiceStandIn() {
            return CabinetsFixture.deviceService();
        }

        @Bean
        Heard<CabinetConnected> connected() {
            return new Heard<>(Topic.CABINET_CONNECTED);
        }

        @Bean
        Heard<CabinetGone> gone() {
            return new Heard<>(Topic.CABINET_GONE);
        }

        @Bean
        Heard<DoorReported> doors() {
            return new Heard<>(Topic.DOOR_REPORTED);
        }

        @Bean
        Heard<WeightsReported> weights() {
            return new Heard<>(Topic.WEIGHTS_REPORTED);
        }

        @Bean
        Heard<CommandAnswered> answers() {
            return new Heard<>(Topic.COMMAND_ANSWERED);
        }
    }

    /** Another service's ears. */
    static final class Heard<P> implements MessageHandler<P> {

        private final List<Envelope<P>> messages = new CopyOnWriteArrayList<>();
        private final Topic topic;

        Heard(Topic topic) {
            this.topic = topic;
        }

        @Override
        public Topic topic() {
            return topic;
        }

        @Override
        public boolean remembered() {
            return false;
        }

        @Override
        public void handle(Envelope<P> message) {
            messages.add(message);
        }
    }

    @BeforeEach
    void newCabinet() {
        cabinet = CabinetsFixture.cabinet(sn, server.port());
    }

    @AfterEach
    void leave() {
        if (cabinet.client().getState() == MqttClientState.CONNECTED) {
            cabinet.client().disconnect().join();
        }
    }

    @Test
    void announcesACabinetThatConnectsAndOneThatLeaves() throws Exception {
        cabinet.connect(CREDENTIAL);
        CabinetConnected connected = heard(Topic.CABINET_CONNECTED);
        assertThat(connected.instance()).isEqualTo("comm-it");

        cabinet.client().disconnect().get(10, TimeUnit.SECONDS);

        CabinetGone gone = heard(Topic.CABINET_GONE);
        assertThat(gone.epoch()).isEqualTo(connected.epoch());
        assertThat(gone.reason()).isEqualTo("left");
    }

    @Test
    void refusesAWrongCredential() {
        assertThatThrownBy(() -> cabinet.connect("guessed"))
                .hasCauseInstanceOf(Mqtt3ConnAckException.class);
        assertThat(messages(Topic.CABINET_CONNECTED)).isEmpty();
    }

    @Test
    void acknowledgesADoorEventThatRocketMqHas() throws Exception {
        cabinet.connect(CREDENTIAL);
        cabinet.publish(
                        "event",
                        """
                        {"boot":"b1","up":900,"seq":1,"door":1,"event":"opened","command":"c-1"}\
                        """)
                .get(10, TimeUnit.SECONDS);
        DoorReported reported = heard(Topic.DOOR_REPORTED);
        assertThat(reported.kind()).isEqualTo(DoorReported.Kind.OPENED);
        assertThat(messages(Topic.DOOR_REPORTED).getFirst().eventId()).isEqualTo(sn + ":b1:1");
    }

    @Test
    void notesAHeartbeatInRedisAndHandsItsWeightsOn() throws Exception {
        cabinet.connect(CREDENTIAL);
        cabinet.subscribe();
        Instant before = clock.instant().minusMillis(1);
        cabinet.publish(
                        "heartbeat",
                        """
                        {"boot":"b1","up":4711,"doors":[
                          {"door":1,"state":"closed","lanes":[{"lane":1,"g":812.5,"s":1}]}]}\
                        """)
                .get(10, TimeUnit.SECONDS);

        assertThat(cabinet.next("time")).contains("\"heartbeatUp\":4711");
        var last = redis.<String>getScoredSortedSet("kaimen:heartbeat:last", StringCodec.INSTANCE);
        await().atMost(Duration.ofSeconds(5)).until(() -> last.contains(sn));
        assertThat(last.getScore(sn))
                .isBetween((double) before.toEpochMilli(), (double) clock.instant().toEpochMilli());
        var counters = redis.getKeys().getKeysStreamByPattern("kaimen:heartbeat:cnt:*").toList();
        assertThat(counters).isNotEmpty();
        for (String counter : counters) {
            assertThat(redis.getAtomicLong(counter).remainTimeToLive()).isPositive();
        }
        WeightsReported weights = heard(Topic.WEIGHTS_REPORTED);
        assertThat(weights.samples().getFirst().readings().getFirst().grams()).isEqualTo(812.5);
    }

    @Test
    void givesACommandFromRocketMqToTheCabinetAndSaysSo() throws Exception {
        cabinet.connect(CREDENTIAL);
        cabinet.subscribe();
        assertThat(cabinet.next("configure")).contains("\"heartbeatMs\":30000");
        CabinetConnected connected = heard(Topic.CABINET_CONNECTED);
        String commandId = command(connected.epoch(), clock.instant().plusSeconds(8));

        assertThat(cabinet.next("open")).contains(commandId);
        CommandAnswered sent = heard(Topic.COMMAND_ANSWERED);
        assertThat(sent.outcome()).isEqualTo(Outcome.SENT);
        assertThat(sent.commandId()).isEqualTo(commandId);

        cabinet.publish(
                        "answer",
                        """
                        {"boot":"b1","up":950,"command":"%s","outcome":"acknowledged"}\
                        """
                                .formatted(commandId))
                .get(10, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> messages(Topic.COMMAND_ANSWERED).size() == 2);
        CommandAnswered answered = payload(messages(Topic.COMMAND_ANSWERED).get(1));
        assertThat(answered.outcome()).isEqualTo(Outcome.ACKNOWLEDGED);
    }

    @Test
    void givesNeitherAnExpiredCommandNorOneForAnotherConnection() throws Exception {
        cabinet.connect(CREDENTIAL);
        cabinet.subscribe();
        cabinet.next("configure");
        CabinetConnected connected = heard(Topic.CABINET_CONNECTED);

        command(connected.epoch(), clock.instant().minusMillis(1));
        assertThat(this.<CommandAnswered>heard(Topic.COMMAND_ANSWERED).outcome())
                .isEqualTo(Outcome.EXPIRED);
        command(connected.epoch() - 1, clock.instant().plusSeconds(8));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> messages(Topic.COMMAND_ANSWERED).size() == 2);
        CommandAnswered second = payload(messages(Topic.COMMAND_ANSWERED).get(1));
        assertThat(second.outcome()).isEqualTo(Outcome.NOT_HERE);
        assertThat(cabinet.received()).isEmpty();
    }

    @Test
    void announcesEveryCabinetAgainToANewGenerationOfRedis() throws Exception {
        cabinet.connect(CREDENTIAL);
        CabinetConnected connected = heard(Topic.CABINET_CONNECTED);
        String generation = UUID.randomUUID().toString();
        var next = redis.<String>getBucket("kaimen:generation:next", StringCodec.INSTANCE);
        next.set(generation);
        try {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> messages(Topic.CABINET_CONNECTED).size() == 2);
            Envelope<?> again = messages(Topic.CABINET_CONNECTED).get(1);
            assertThat(again.eventId()).endsWith(generation);
            assertThat(CabinetsIT.<CabinetConnected>payload(again).epoch())
                    .isEqualTo(connected.epoch());
            var announced =
                    redis.<String>getSet(
                            "kaimen:generation:announced:" + generation, StringCodec.INSTANCE);
            await().atMost(Duration.ofSeconds(5)).until(() -> announced.contains("comm-it"));
            assertThat(announced.remainTimeToLive()).isPositive();
        } finally {
            next.delete();
        }
    }

    @Test
    void aSecondConnectionTakesTheCabinetOver() throws Exception {
        cabinet.connect(CREDENTIAL);
        CabinetConnected first = heard(Topic.CABINET_CONNECTED);
        Cabinet again = CabinetsFixture.cabinet(sn, server.port());
        again.connect(CREDENTIAL);
        CabinetGone gone = heard(Topic.CABINET_GONE);
        assertThat(gone.epoch()).isEqualTo(first.epoch());
        assertThat(gone.reason()).isEqualTo("taken-over");
        await().until(() -> cabinet.client().getState() == MqttClientState.DISCONNECTED);
        assertThat(again.client().getState()).isEqualTo(MqttClientState.CONNECTED);
        again.client().disconnect().join();
    }

    private String command(long epoch, Instant expiresAt) throws Exception {
        var command =
                new CabinetCommand(
                        UUID.randomUUID().toString(),
                        sn,
                        "comm-it",
                        epoch,
                        Kind.OPEN_DOOR,
                        1,
                        clock.instant(),
                        expiresAt,
                        null);
        byte[] body =
                codec.encode(
                        sender.envelope(Topic.CABINET_COMMAND, sn, command.commandId(), command));
        producer.send(new Message(sender.destination(Topic.CABINET_COMMAND), "comm-it", sn, body));
        return command.commandId();
    }

    /** The first message of a topic about this test's cabinet. */
    private <P> P heard(Topic topic) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !messages(topic).isEmpty());
        return payload(messages(topic).getFirst());
    }

    private List<? extends Envelope<?>> messages(Topic topic) {
        return heard.stream()
                .filter(ears -> ears.topic() == topic)
                .flatMap(ears -> ears.messages.stream())
                .filter(message -> message.key().equals(sn))
                .toList();
    }

    @SuppressWarnings("unchecked") // A topic has one payload type.
    private static <P> P payload(Envelope<?> message) {
        return (P) message.payload();
    }
}
