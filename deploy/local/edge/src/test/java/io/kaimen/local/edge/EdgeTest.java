package io.kaimen.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @TempDir private static Path folder;
    private static Path pages;

    private static final Map<String, EchoServer> SERVICES = new TreeMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @BeforeAll
    static void startServices() throws IOException {
        for (var name : THERE) {
            SERVICES.put(name, new EchoServer(name));
        }
        for (var name : List.of("sandbox", "simulator")) {
            SERVICES.put(name, new EchoServer(name));
        }
    }

    @AfterAll
    static void stopServices() {
        SERVICES.values().forEach(EchoServer::close);
    }

    @BeforeAll
    static void buildPages() throws IOException {
        pages = folder.resolve("dist");
        for (var page : List.of("start", "shopper")) {
            var assets = Files.createDirectories(pages.resolve(page).resolve("assets"));
            Files.writeString(pages.resolve(page).resolve("index.html"), "<p>" + page);
            Files.writeString(assets.resolve("index-1a2b.js"), "'" + page + "'");
        }
        Files.writeString(pages.resolveSibling("secret.txt"), "not a page");
    }

    @DynamicPropertySource
    static void localStack(DynamicPropertyRegistry registry) {
        registry.add("kaimen.edge.pages", () -> pages);
        registry.add("kaimen.edge.sandbox", () -> uriOf("sandbox"));
        registry.add("kaimen.edge.simulator", () -> uriOf("simulator"));
    }

    private static String uriOf(String name) {
        return Objects.requireNonNull(SERVICES.get(name)).url();
    }

    @DynamicPropertySource
    static void discovery(DynamicPropertyRegistry registry) {
        for (var name : THERE) {
            registry.add(
                    "spring.cloud.discovery.client.simple.instances." + name + "[0].uri",
                    () -> uriOf(name));
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

    @Test
    void leadsPagesToTheSandboxAndTheVirtualCabinets() throws Exception {
        assertThat(get("/sandbox/payscore/confirm-page?package=p").body())
                .startsWith("sandbox /sandbox/payscore/confirm-page?package=p\n");
        assertThat(get("/simulator/cabinets/DEMO-1").body())
                .startsWith("simulator /cabinets/DEMO-1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/api-docs/order-service, order-service /v3/api-docs",
        "/api-docs/account-service, account-service /v3/api-docs",
        "/metrics/device-service, device-service /actuator/prometheus"
    })
    void showsEachServicesDescriptionAndMetrics(String path, String asked) throws Exception {
        assertThat(get(path).body()).startsWith(asked + "\n");
    }

    @Test
    void hasOnePageForAllDescriptions() throws Exception {
        assertThat(get("/api-docs").headers().firstValue("Location")).contains("/api-docs/");
        assertThat(get("/api-docs/").body()).contains("SwaggerUIBundle(");
        assertThat(get("/api-docs/services").body())
                .contains("\"order-service\"", "\"replenish-service\"");
        assertThat(get("/webjars/swagger-ui/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/pages/start/, <p>start, no-cache",
        "/pages/shopper/, <p>shopper, no-cache",
        "/pages/shopper, <p>shopper, no-cache",
        "/pages/shopper/index.html, <p>shopper, no-cache",
        "/pages/shopper/assets/index-1a2b.js, 'shopper', 'max-age=31536000, public'"
    })
    void servesPagesAndLetsBrowsersKeepTheirAssets(String path, String content, String caching)
            throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(content);
        assertThat(answer.headers().firstValue("Cache-Control")).contains(caching);
    }

    @Test
    void startsAtTheStartPage() throws Exception {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/pages/start/");
    }

    @Test
    void hasNothingAtItsRootWithoutPages() throws Exception {
        var index = pages.resolve("start/index.html");
        var content = Files.readString(index);
        Files.delete(index);
        try {
            assertProblem(get("/"), 404, "not-found");
        } finally {
            Files.writeString(index, content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/orders/1",
                "/actuator/prometheus",
                "/metrics",
                "/metrics/comm-service",
                "/api-docs/order-service/swagger-config",
                "/pages",
                "/pages/",
                "/pages/cabinet/",
                "/pages/shopper/assets/",
                "/pages/secret.txt",
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
                "/shopper/%252e%252e/internal",
                "/pages/../secret.txt",
                "/pages/%2e%2e/secret.txt"
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

    /** Not collected until it ends, and not ended for taking longer than an answer may. */
    @Test
    void passesAStreamOnAsItComes() throws Exception {
        long asked = System.nanoTime();
        var answer =
                HTTP.send(request("/shopper/stream").build(), HttpResponse.BodyHandlers.ofLines());
        var lines = answer.body().iterator();

        assertThat(lines.next()).isEqualTo("data:first");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("data:second");
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isGreaterThan(Duration.ofMillis(2500));
    }

    @Test
    void isNotReadyWhileAServiceIsMissing() throws Exception {
        var health = get("/actuator/health/routes");

        assertThat(health.statusCode()).isEqualTo(503);
        var details = JsonMapper.shared().readTree(health.body()).path("details");
        assertThat(details.path("missing")).hasToString("[\"replenish-service\"]");
        assertThat(details.path("found")).hasSize(THERE.size());
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
