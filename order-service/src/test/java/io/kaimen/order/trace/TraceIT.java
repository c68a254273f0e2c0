package io.kaimen.order.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracePart;
import io.kaimen.contracts.trace.TraceSource;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedTraces;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import io.kaimen.order.played.Stall;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnOrderService
class TraceIT {

    @Autowired private Caller caller;
    @Autowired private Purchases purchases;
    @Autowired private PlayedTraces traces;
    @Autowired private Tokens tokens;
    @Autowired private JsonMapper json;
    @Autowired private Environment environment;

    private Purchase purchase;

    @BeforeEach
    void aFinishedPurchase() throws IOException {
        purchase = purchases.start();
        purchase.finish();
        try (InputStream sample = TracePart.class.getResourceAsStream("/samples/trace-part.json")) {
            TracePart part = json.readValue(sample, TracePart.class);
            traces.knows("device-service", purchase.orderNo(), part.moments(), part.lanes());
        }
        traces.knows(
                "account-service",
                purchase.orderNo(),
                List.of(
                        TraceMoment.of(
                                        Instant.parse("2026-11-20T02:15:10.900Z"),
                                        TraceSource.ACCOUNT,
                                        TraceKind.SETTLEMENT_MOVED)
                                .with("from", "CAPTURING")
                                .with("to", "PAID")));
    }

    @AfterEach
    void everybodyAnswersAgain() {
        traces.failing(null);
    }

    @Test
    void mergesAllPartsInOrderOfTime() {
        JsonNode trace = trace();

        assertThat(trace.path("missing").isEmpty()).isTrue();
        assertThat(trace.path("orderStatus").asString()).isEqualTo("SETTLED");
        assertThat(trace.path("paymentStatus").asString()).isEqualTo("PAID");
        assertThat(trace.path("paidFen").asLong()).isEqualTo(700);
        assertThat(sources(trace)).contains("SHOPPER", "ORDER", "DEVICE", "CABINET", "ACCOUNT");
        List<Instant> times =
                trace.path("moments")
                        .valueStream()
                        .map(m -> Instant.parse(m.path("at").asString()))
                        .toList();
        assertThat(times).isSorted();
        assertThat(trace.path("lanes").path(0).path("curve").size()).isEqualTo(3);
    }

    @Test
    void marksWhatTheCabinetAndTheBooksSaid() {
        JsonNode marks = trace().path("marks");

        assertThat(marks.path("commandedAt").asString()).isEqualTo("2026-11-20T02:15:03.120Z");
        assertThat(marks.path("openedAt").asString()).isEqualTo("2026-11-20T02:15:04.500Z");
        assertThat(marks.path("closedAt").asString()).isEqualTo("2026-11-20T02:15:09.250Z");
        assertThat(marks.path("chargedAt").asString()).isEqualTo("2026-11-20T02:15:10.900Z");
        assertThat(marks.path("unlockedAt").isNull()).isTrue();
    }

    @Test
    void aServiceThatFailsIsNamedAndTheRestIsShown() {
        traces.failing("account-service");

        JsonNode trace = trace();

        assertThat(trace.path("missing").valueStream().map(JsonNode::asString))
                .containsExactly("account-service");
        assertThat(sources(trace)).contains("CABINET").doesNotContain("ACCOUNT");
        assertThat(trace.path("marks").path("chargedAt").asString())
                .isEqualTo(Purchase.at(12).toString());
    }

    @Test
    void aServiceThatHangsKeepsNobodyWaiting() {
        long started = System.nanoTime();
        try (Stall stall = traces.stall("replenish-service")) {
            JsonNode trace = trace();

            stall.awaitReached();
            assertThat(trace.path("missing").valueStream().map(JsonNode::asString))
                    .containsExactly("replenish-service");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void withoutTheDoorsPartThereIsWhatCameWithTheBasket() {
        traces.failing("device-service");

        JsonNode lane = trace().path("lanes").path(0);

        assertThat(lane.path("beforeGrams").asDouble()).isEqualTo(5520.4);
        assertThat(lane.path("quantity").asInt()).isEqualTo(2);
        assertThat(lane.path("curve").isEmpty()).isTrue();
        Answer csv = admin("/admin/orders/" + purchase.orderNo() + "/trace/weights.csv");
        assertThat(csv.status()).isEqualTo(503);
        assertThat(csv.text("code")).isEqualTo("weights-not-available");
    }

    @Test
    void theCurveIsATableToo() {
        var answer =
                RestClient.create(
                                "http://127.0.0.1:" + environment.getProperty("local.server.port"))
                        .get()
                        .uri("/admin/orders/{no}/trace/weights.csv", purchase.orderNo())
                        .headers(h -> h.setBearerAuth(token(Role.OPERATIONS)))
                        .retrieve()
                        .toEntity(String.class);

        assertThat(String.valueOf(answer.getHeaders().getContentType())).startsWith("text/csv");
        assertThat(answer.getBody())
                .startsWith("at,lane,grams,stable\r\n2026-11-20T02:15:02.900Z,1,5520.4,true\r\n")
                .hasLineCount(4);
    }

    @Test
    void anOrderNobodyKnowsIsNotFound() {
        assertThat(admin("/admin/orders/nonsense/trace").status()).isEqualTo(404);
        assertThat(admin("/admin/orders/nonsense/trace").text("code")).isEqualTo("order-not-found");
        assertThat(admin("/admin/orders/nonsense/trace/weights.csv").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoMaySeeOrdersSeesTraces() {
        String path = "/admin/orders/" + purchase.orderNo() + "/trace";

        assertThat(as(Role.PARTNER, path)).isEqualTo(403);
        assertThat(as(Role.SHOPPER, path)).isEqualTo(403);
        assertThat(as(Role.PARTNER, path + "/weights.csv")).isEqualTo(403);
        assertThat(caller.call(HttpMethod.GET, path, null, null).status()).isEqualTo(401);
    }

    private JsonNode trace() {
        Answer answer = admin("/admin/orders/" + purchase.orderNo() + "/trace");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> sources(JsonNode trace) {
        return trace.path("moments")
                .valueStream()
                .map(m -> m.path("source").asString())
                .distinct()
                .toList();
    }

    private Answer admin(String path) {
        return caller.asAdministrator(HttpMethod.GET, path, null);
    }

    private int as(Role role, String path) {
        return caller.call(HttpMethod.GET, path, token(role), null).status();
    }

    private String token(Role role) {
        return tokens.issue("somebody", role, Duration.ofMinutes(1));
    }
}
