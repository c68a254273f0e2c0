package io.kaimen.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s"
        })
class EdgeTest {

    /** Every service but replenish-service, which is missing on purpose. */
    private static final List<String> THERE =
            List.of("order-service", "device-service", "account-service", "channel-service");

    private static final Map<String, EchoServer> SERVICES = new TreeMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @BeforeAll
    static void startServices() throws IOException {
        for (var name : THERE) {
            SERVICES.put(name, new EchoServer(name));
        }
    }

    @AfterAll
    static void stopServices() {
        SERVICES.values().forEach(EchoServer::close);
    }

    @DynamicPropertySource
    static void discovery(DynamicPropertyRegistry registry) {
        for (var name : THERE) {
            registry.add(
                    "spring.cloud.discovery.client.simple.instances." + name + "[0].uri",
                    () -> Objects.requireNonNull(SERVICES.get(name)).url());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/shopper/orders/1, order-service",
        "/admin/orders, order-service",
        "/admin/shoppers/7, order-service",
        "/admin/blacklist, order-service",
        "/admin/cabinets/SN1/planogram, device-service",
        "/admin/products, device-service",
        "/admin/prices, device-service",
        "/admin/sites, device-service",
        "/admin/regions, device-service",
        "/admin/commands/5, device-service",
        "/admin/login, account-service",
        "/admin/operators, account-service",
        "/admin/ledger, account-service",
        "/admin/settlements, account-service",
        "/admin/accounts/3, account-service",
        "/admin/notifications, channel-service",
        "/admin/authorisations, channel-service",
        "/admin/dead-letters/order, order-service",
        "/admin/dead-letters/device/7/replay, device-service",
        "/admin/dead-letters/account, account-service",
        "/admin/dead-letters/channel/7, channel-service",
        "/callback/wechat/payscore, channel-service"
    })
    void routesEachPathToItsService(String path, String service) throws Exception {
        var answer = get(path + "?page=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(service + " " + path + "?page=2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/orders/1",
                "/",
                "/admin",
                "/admin/unknown",
                "/admin/dead-letters",
                "/admin/dead-letters/comm",
                "/shoppers"
            })
    void answersNotFoundForWhatIsNotRouted(String path) throws Exception {
        assertProblem(get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shopper/../internal/holds",
                "/shopper/%2e%2e/internal/holds",
                "/shopper/..%2finternal",
                "/shopper//internal",
                "/shopper/;x=1/orders",
                "/shopper/%252e%252e/internal"
            })
    void refusesPathsThatMeanAnotherPath(String path) throws Exception {
        assertProblem(get(path), 400, "bad-request");
    }

    @Test
    void answersAProblemWhenAServiceIsMissing() throws Exception {
        assertProblem(get("/admin/warehouses"), 503, "service-unavailable");
    }

    @Test
    void answersAProblemWhenAServiceIsTooSlow() throws Exception {
        assertProblem(get("/shopper/slow"), 504, "gateway-timeout");
    }

    @Test
    void isNotReadyWhileAServiceIsMissing() throws Exception {
        var health = get("/actuator/health/routes");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("replenish-service").doesNotContain("order-service");
    }

    @Test
    void tellsServicesWhoCalledAndBelievesNobodyElse() throws Exception {
        var answer =
                HTTP.send(
                        request("/shopper/orders")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "for=203.0.113.9")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body())
                .contains("x-forwarded-for: 127.0.0.1\n")
                .contains("x-forwarded-host: 127.0.0.1:" + port + "\n")
                .contains("x-forwarded-proto: http\n")
                .doesNotContain("203.0.113.9")
                .doesNotContain("evil.example");
    }

    @Test
    void givesARequestAnId() throws Exception {
        var answer = get("/shopper/orders");

        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(answer.body()).contains("x-request-id: " + id + "\n");
    }

    @Test
    void keepsAnIdThatWasSentButNoNonsense() throws Exception {
        assertThat(idFor("trace-0123456789")).isEqualTo("trace-0123456789");
        assertThat(idFor("a b<c>")).isNotEqualTo("a b<c>");
    }

    private String idFor(String sent) throws Exception {
        var answer =
                HTTP.send(
                        request("/shopper/orders").header("X-Request-Id", sent).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
