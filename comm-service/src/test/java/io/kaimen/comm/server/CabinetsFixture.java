package io.kaimen.comm.server;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.kaimen.contracts.device.CabinetSessionsApi;
import io.kaimen.contracts.device.Cadence;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Cabinets with a real MQTT client, and the one thing stood in for: device-service's judgement. */
final class CabinetsFixture {

    static final String CREDENTIAL = "a credential that only this test knows";

    private CabinetsFixture() {}

    /** Accepts every cabinet that brings {@link #CREDENTIAL}. */
    static CabinetSessionsApi deviceService() {
        var epoch = new AtomicLong();
        String expected = sha256(CREDENTIAL);
        return request ->
                request.credentialSha256().equals(expected)
                        ? new CabinetSessionsApi.SessionAnswer(
                                CabinetSessionsApi.Outcome.ACCEPTED,
                                epoch.incrementAndGet(),
                                Cadence.DEFAULT)
                        : new CabinetSessionsApi.SessionAnswer(
                                CabinetSessionsApi.Outcome.WRONG_CREDENTIAL, 0, null);
    }

    static String newSn() {
        return "IT-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A cabinet that is not connected yet. */
    static Cabinet cabinet(String sn, int port) {
        return new Cabinet(
                sn,
                Mqtt3Client.builder()
                        .identifier(sn)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildAsync(),
                new LinkedBlockingQueue<>());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client and what it received. */
    record Cabinet(String sn, Mqtt3AsyncClient client, BlockingQueue<String> received) {

        void connect(String credential) throws Exception {
            client.connectWith()
                    .cleanSession(true)
                    .keepAlive(30)
                    .simpleAuth()
                    .username(sn)
                    .password(credential.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth()
                    .send()
                    .get(10, TimeUnit.SECONDS);
        }

        void subscribe() throws Exception {
            client.subscribeWith()
                    .topicFilter("cabinet/" + sn + "/down")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .callback(publish ->
                            received.add(
                                    new String(
                                            publish.getPayloadAsBytes(), StandardCharsets.UTF_8)))
                    .send()
                    .get(10, TimeUnit.SECONDS);
        }

        /** Completed with the PUBACK. */
        CompletableFuture<Mqtt3Publish> publish(String kind, String payload) {
            return client.publishWith()
                    .topic("cabinet/" + sn + "/up/" + kind)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload.getBytes(StandardCharsets.UTF_8))
                    .send();
        }

        /** The next message down of a type; others before it are dropped. */
        String next(String type) throws InterruptedException {
            String message;
            do {
                message = received.poll(10, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("no " + type + " came");
                }
            } while (!message.contains("\"type\":\"" + type + "\""));
            return message;
        }
    }
}
