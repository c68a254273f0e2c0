package io.kaimen.channel;

import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import io.kaimen.service.testing.Redelivery;
import io.kaimen.testkit.OnMiddleware;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** channel-service on the real middleware, against the sandbox program. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@OnMiddleware(service = "channel")
@Import({OnChannelService.Listeners.class, Redelivery.class})
@SuppressWarnings("NullAway.Init")
public abstract class OnChannelService {

    protected static final JsonMapper JSON = JsonMapper.builder().build();

    /** One for all tests of this JVM, like the Spring context. */
    protected static final Sandbox SANDBOX = startSandbox();

    private static final int PORT = Sandbox.freePort();
    private static final RestClient HTTP =
            RestClient.builder()
                    // Not whatever is on the class path: some clients repeat what was answered 503.
                    .requestFactory(new JdkClientHttpRequestFactory())
                    .baseUrl("http://127.0.0.1:" + PORT)
                    .defaultStatusHandler(status -> true, (request, response) -> {})
                    .build();

    @Autowired private Tokens tokens;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected Published<AuthorisationAnswered> answers;
    @Autowired protected Published<PaymentCaptured> payments;

    @DynamicPropertySource
    static void wechat(DynamicPropertyRegistry registry) throws IOException {
        SANDBOX.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("server.port", () -> PORT);
        registry.add("server.address", () -> "127.0.0.1");
        registry.add(
                "kaimen.wechat.notify-url",
                () -> "http://127.0.0.1:" + PORT + "/callback/wechat/payscore");
    }

    /** Hears what this service says. */
    @TestConfiguration
    static class Listeners {

        @Bean
        Published<AuthorisationAnswered> answers(MessageSender sender, JdbcClient jdbc) {
            return new Published<>(
                    Topic.AUTHORISATION_ANSWERED,
                    sender,
                    jdbc,
                    new AuthorisationAnswered(
                            "mark",
                            Platform.ALIPAY,
                            AuthorisationAnswered.Outcome.CANCELLED,
                            null,
                            Instant.EPOCH));
        }

        @Bean
        Published<PaymentCaptured> payments(MessageSender sender, JdbcClient jdbc) {
            return new Published<>(
                    Topic.PAYMENT_CAPTURED,
                    sender,
                    jdbc,
                    new PaymentCaptured(
                            "mark", Platform.ALIPAY, Money.ZERO, "mark", Instant.EPOCH));
        }
    }

    /** An answer, whatever its status. */
    public record Answer(int status, JsonNode body) {}

    /** Calls as another service does. */
    protected Answer post(String path, Object body) {
        return exchange(Role.SERVICE, "POST", path, body);
    }

    protected Answer get(String path) {
        return exchange(Role.SERVICE, "GET", path, null);
    }

    /** Asks as an operator does. */
    protected Answer getAs(Role role, String path) {
        return exchange(role, "GET", path, null);
    }

    private Answer exchange(Role role, String method, String path, @Nullable Object body) {
        var request =
                HTTP.method(HttpMethod.valueOf(method))
                        .uri(path)
                        .header(
                                "Authorization",
                                "Bearer " + tokens.issue("test", role, Duration.ofMinutes(1)))
                        .contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            request.body(JSON.writeValueAsString(body));
        }
        return answer(request);
    }

    /** Calls the way WeChat does: no token, its own headers, a body to the byte. */
    protected static Answer callback(Map<String, String> headers, String body) {
        return answer(
                HTTP.post()
                        .uri("/callback/wechat/payscore")
                        .headers(all -> headers.forEach(all::set))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer answer(RestClient.RequestBodySpec request) {
        var response = request.retrieve().toEntity(String.class);
        return new Answer(response.getStatusCode().value(), JSON.readTree(response.getBody()));
    }

    /** An order number nobody has used. */
    protected static String newOrderNo() {
        return "IT" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    protected static Map<String, Object> wish(String orderNo) {
        return Map.of(
                "orderNo",
                orderNo,
                "platform",
                "wechat",
                "openid",
                openid(orderNo),
                "sn",
                "CAB-1",
                "door",
                1,
                "place",
                "上海·示范点 货柜",
                "startAt",
                Instant.now().toString());
    }

    /** A person of their own for each order: WeChat lets nobody run many at once. */
    protected static String openid(String orderNo) {
        return "o" + orderNo;
    }

    protected static Map<String, Object> cancellation(String orderNo) {
        return Map.of("orderNo", orderNo, "platform", "wechat", "reason", "用户放弃");
    }

    protected static Map<String, Object> capture(String orderNo, long fen) {
        var now = Instant.now();
        return Map.of(
                "orderNo",
                orderNo,
                "platform",
                "wechat",
                "items",
                List.of(Map.of("name", "可乐", "quantity", 2, "amount", fen)),
                "total",
                fen,
                "startedAt",
                now.minusSeconds(1).toString(),
                "endedAt",
                now.toString());
    }

    /** Creates and confirms an authorisation, and waits until this service knows. */
    protected void authorised(String orderNo) {
        SANDBOX.confirm(created(orderNo), openid(orderNo));
        await().until(() -> status(orderNo).equals("AUTHORISED"));
    }

    /** Creates an authorisation; answers its package. */
    protected String created(String orderNo) {
        return post("/internal/authorisations", wish(orderNo))
                .body()
                .at("/frontEnd/package")
                .asString();
    }

    protected String status(String orderNo) {
        return jdbc.sql("select status from authorisation where order_no = ?")
                .param(orderNo)
                .query(String.class)
                .single();
    }

    protected String captureStatus(String orderNo) {
        return jdbc.sql("select status from capture where order_no = ?")
                .param(orderNo)
                .query(String.class)
                .single();
    }

    private static Sandbox startSandbox() {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return new Sandbox(Files.createTempDirectory(target, "sandbox-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
