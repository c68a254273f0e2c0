package io.kaimen.comm.server;

import static io.kaimen.comm.server.CabinetsFixture.CREDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.comm.server.CabinetsFixture.Cabinet;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.kaimen.contracts.device.CabinetSessionsApi;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.testing.HeardMessages;
import io.kaimen.service.testing.Redelivery;
import io.kaimen.testkit.OnMiddleware;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"kaimen.comm.mqtt-port=0", "kaimen.comm.instance=comm-redelivered"})
@OnMiddleware(service = "comm")
@Import(Redelivery.class)
class RedeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** As device-service gives an open command: shorter than the redelivery's 10 s. */
    private static final Duration EXPIRY = Duration.ofSeconds(8);

    /** A command that was never given says NOT_HERE until it expires, and EXPIRED then. */
    private static final Duration LONG_EXPIRY = Duration.ofMinutes(5);

    @Autowired private Redelivery redelivery;
    @Autowired private HeardMessages heard;
    @Autowired private CabinetServer server;
    @Autowired private MessageSender sender;
    @Autowired private MessageCodec codec;
    @Autowired private DefaultMQProducer producer;
    @Autowired private Clock clock;

    private final String sn = CabinetsFixture.newSn();

    @TestConfiguration
    static class Others {

        @Bean
        @Primary
        CabinetSessionsApi deviceServiceStandIn() {
            return CabinetsFixture.deviceService();
        }
    }

    @Test
    void whatIsToldAgainHasNoEffect() throws Exception {
        Cabinet cabinet = CabinetsFixture.cabinet(sn, server.port());
        cabinet.connect(CREDENTIAL);
        cabinet.subscribe();
        await().atMost(PATIENCE).until(() -> !connections().isEmpty());
        long epoch = connections().getFirst().epoch();
        redelivery
                .about(sn)
                .alsoSee("written to the cabinet", () -> commandsTo(cabinet))
                .tell(() -> command(epoch, Kind.OPEN_DOOR, EXPIRY), Topic.CABINET_COMMAND)
                .tell(() -> command(epoch, Kind.QUERY_DOOR, EXPIRY), Topic.CABINET_COMMAND)
                .tell(() -> command(epoch - 1, Kind.OPEN_DOOR, LONG_EXPIRY), Topic.CABINET_COMMAND)
                .tellAgain();
        assertThat(commandsTo(cabinet)).hasSize(2);
        cabinet.client().disconnect().join();
    }

    private List<CabinetConnected> connections() {
        return heard.of(Topic.CABINET_CONNECTED, sn, CabinetConnected.class);
    }

    private static List<String> commandsTo(Cabinet cabinet) {
        return cabinet.received().stream()
                .filter(m -> m.contains("\"type\":\"open\"") || m.contains("\"type\":\"query\""))
                .toList();
    }

    private void command(long epoch, Kind kind, Duration expiry) {
        var command =
                new CabinetCommand(
                        UUID.randomUUID().toString(),
                        sn,
                        "comm-redelivered",
                        epoch,
                        kind,
                        1,
                        clock.instant(),
                        clock.instant().plus(expiry),
                        null);
        byte[] body =
                codec.encode(
                        sender.envelope(Topic.CABINET_COMMAND, sn, command.commandId(), command));
        try {
            producer.send(
                    new Message(
                            sender.destination(Topic.CABINET_COMMAND),
                            "comm-redelivered",
                            sn,
                            body));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
