package io.kaimen.service.letters;

import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import io.kaimen.smallest.SmallestService;
import io.kaimen.testkit.OnMiddleware;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service with handlers that fail on command, under a name of its own, so that it shares no
 * consumer group with other tests.
 */
@SpringBootTest(
        classes = {SmallestService.class, PoisonHandlers.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=letters-service",
            "eureka.client.enabled=false",
            "seata.enabled=false",
            "kaimen.messaging.tries.concurrent=2",
            "kaimen.messaging.tries.ordered=3",
            "kaimen.messaging.tries.back-off=50ms",
            "kaimen.messaging.tries.longest-back-off=200ms"
        })
@OnMiddleware(service = "replenish")
abstract class PoisonedService {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired MessageSender sender;
    @Autowired DefaultMQProducer producer;
    @Autowired JdbcClient jdbc;
    @Autowired Tokens tokens;
    @Autowired MeterRegistry meters;
    @Autowired PoisonHandler<CaptureDue> inOrder;
    @Autowired PoisonHandler<AuthorisationDue> concurrent;
    @Autowired PoisonHandler<OrderCancelled> forgetful;
    @LocalServerPort int port;

    private final HttpClient client = HttpClient.newHttpClient();
    final String key = UUID.randomUUID().toString();
    final String event = UUID.randomUUID().toString();
    final String next = UUID.randomUUID().toString();

    /** The test's event fails in its ordered queue and is parked. */
    void park() {
        inOrder.poison.add(event);
        capture(event, 1);
        await().atMost(PATIENCE).until(() -> id(event).isPresent());
    }

    void capture(String eventId, int attempt) {
        sender.send(Topic.CAPTURE_DUE, key, eventId, new CaptureDue(key, attempt)).join();
    }

    Optional<Long> id(String eventId) {
        return jdbc.sql(
                        "select id from dead_letter where event_id = ? and consumer_group like '%letters-service%'")
                .param(eventId)
                .query(Long.class)
                .optional();
    }

    JsonNode letter(String eventId) {
        return get("/" + id(eventId).orElseThrow()).path("letter");
    }

    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send(path, Role.OPERATIONS).body());
    }

    HttpResponse<String> replay(String eventId) {
        return post(eventId, "/replay", "", Role.OPERATIONS);
    }

    HttpResponse<String> post(String eventId, String action, String body, Role role) {
        return answer(
                request("/" + id(eventId).orElseThrow() + action, role)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String path, Role role) {
        return answer(request(path, role).GET());
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    private HttpRequest.Builder request(String path, Role role) {
        URI uri =
                URI.create("http://localhost:" + port + "/admin/dead-letters/letters" + path)
                        .normalize();
        return HttpRequest.newBuilder(uri)
                .header(
                        "Authorization",
                        "Bearer " + tokens.issue("ann", role, Duration.ofMinutes(1)));
    }
}
