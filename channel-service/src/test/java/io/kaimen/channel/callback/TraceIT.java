package io.kaimen.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.channel.platform.PlatformCall;
import io.kaimen.channel.platform.PlatformCall.Operation;
import io.kaimen.channel.platform.PlatformCall.Outcome;
import io.kaimen.channel.platform.PlatformCalls;
import io.kaimen.contracts.Platform;
import io.kaimen.service.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is told of an order afterwards, with a platform that loses answers. */
class TraceIT extends OnCallbacks {

    @Autowired private PlatformCalls platformCalls;
    @Autowired private TransactionTemplate transaction;

    @AfterEach
    void heal() {
        SANDBOX.heal();
    }

    @Test
    void tellsCallsStatesAndNotifications() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.fault("ANSWER_FAILED", orderNo, "COMPLETE", 1);
        post("/internal/captures", capture(orderNo, 700));
        await().untilAsserted(() -> assertThat(captureStatus(orderNo)).isEqualTo("PAID"));

        await().untilAsserted(() ->
                assertThat(calls(orderNo)).contains("CREATE OK", "QUERY OK", "COMPLETE UNCLEAR"));
        assertThat(facts(orderNo, "PLATFORM_NOTIFIED", "eventType"))
                .containsExactlyInAnyOrder("PAYSCORE.USER_CONFIRM", "PAYSCORE.USER_PAID");
        assertThat(facts(orderNo, "CAPTURE_MOVED", "state")).containsExactly("REQUESTED", "PAID");
        assertThat(facts(orderNo, "AUTHORISATION_MOVED", "state")).startsWith("REQUESTED");
        assertThat(trace(orderNo).toString()).doesNotContain(openid(orderNo));
    }

    @Test
    void aCallOutlivesTheTransactionItWasMadeIn() {
        var orderNo = newOrderNo();
        transaction.executeWithoutResult(status -> {
            platformCalls.record(call(orderNo, Instant.now()));
            status.setRollbackOnly();
        });

        await().untilAsserted(() -> assertThat(calls(orderNo)).containsExactly("QUERY REFUSED"));
    }

    @Test
    void whatCannotBeKeptHurtsNobody() {
        var orderNo = newOrderNo();
        platformCalls.record(call("x".repeat(40), Instant.now()));
        platformCalls.record(call(orderNo, Instant.now()));

        await().untilAsserted(() -> assertThat(calls(orderNo)).hasSize(1));
    }

    @Test
    void callsAreForgottenInTheEnd() {
        var old = newOrderNo();
        var young = newOrderNo();
        platformCalls.record(call(old, Instant.now().minus(Duration.ofDays(31))));
        platformCalls.record(call(young, Instant.now().minus(Duration.ofDays(8))));
        await().untilAsserted(() -> assertThat(calls(young)).hasSize(1));

        platformCalls.forget();

        assertThat(calls(old)).isEmpty();
        assertThat(calls(young)).hasSize(1);
    }

    @Test
    void answersServicesOnly() {
        assertThat(getAs(Role.OPERATIONS, "/internal/trace/x").status()).isEqualTo(403);
    }

    private static PlatformCall call(String orderNo, Instant at) {
        return new PlatformCall(
                orderNo,
                Platform.WECHAT,
                Operation.QUERY,
                Outcome.REFUSED,
                404,
                "ORDER_NOT_EXIST",
                at,
                12);
    }

    private JsonNode trace(String orderNo) {
        return get("/internal/trace/" + orderNo).body();
    }

    private List<String> calls(String orderNo) {
        return moments(orderNo, "PLATFORM_CALLED").stream()
                .map(m ->
                        m.at("/facts/operation").asString()
                                + " "
                                + m.at("/facts/outcome").asString())
                .toList();
    }

    private List<String> facts(String orderNo, String kind, String fact) {
        return moments(orderNo, kind).stream().map(m -> m.at("/facts/" + fact).asString()).toList();
    }

    private List<JsonNode> moments(String orderNo, String kind) {
        return trace(orderNo)
                .path("moments")
                .valueStream()
                .filter(m -> m.path("kind").asString().equals(kind))
                .toList();
    }
}
