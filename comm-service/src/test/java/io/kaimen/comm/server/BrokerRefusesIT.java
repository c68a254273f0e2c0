package io.kaimen.comm.server;

import static io.kaimen.comm.server.CabinetsFixture.CREDENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClientState;
import io.kaimen.comm.server.CabinetsFixture.Cabinet;
import io.kaimen.contracts.device.CabinetSessionsApi;
import io.kaimen.testkit.OnMiddleware;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** RocketMQ refuses what it is sent, for the topics do not exist: nothing is acknowledged. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kaimen.comm.mqtt-port=0",
            "kaimen.comm.instance=comm-refused",
            "kaimen.messaging.prefix=no-such-topics-"
        })
@OnMiddleware(service = "comm")
class BrokerRefusesIT {

    @Autowired private CabinetServer server;

    @TestConfiguration
    static class Others {

        @Bean
        @Primary
        CabinetSessionsApi deviceServiceStandIn() {
            return CabinetsFixture.deviceService();
        }
    }

    @Test
    void endsTheConnectionInsteadOfAcknowledging() throws Exception {
        Cabinet cabinet = CabinetsFixture.cabinet(CabinetsFixture.newSn(), server.port());
        cabinet.connect(CREDENTIAL);
        var acknowledged =
                cabinet.publish(
                        "event",
                        """
                        {"boot":"b1","up":900,"seq":1,"door":1,"event":"opened"}\
                        """);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cabinet.client().getState() == MqttClientState.DISCONNECTED);
        assertThat(acknowledged).isCompletedExceptionally();
    }
}
