package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.e2e.Script.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A purchase through everything, by the commands a user has. */
class WalkingPurchaseIT {

    private final Stack stack = Stack.get();

    @AfterAll
    static void everythingFits() {
        Stack.get().assertEverythingFits();
    }

    @Test
    void upEndsInAPaidPurchaseAndSaysWhereToGo() {
        assertThat(stack.story()).contains("PAID").contains(stack.edgeUrl()).contains("deploy/buy");
    }

    @Test
    void aSecondUpSaysThatItIsRunning() {
        Result again =
                Script.run(
                        Duration.ofMinutes(2),
                        "up",
                        "--home",
                        Stack.HOME.toString(),
                        "--port-offset",
                        Stack.PORT_OFFSET);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out() + again.err()).contains("running");
    }

    @Test
    void aPortInUseIsNamedWithItsOwner() {
        int taken = stack.port("edge");
        Result other =
                Script.run(
                        Duration.ofMinutes(2),
                        "up",
                        "--home",
                        Script.ROOT.resolve("target/e2e-other").toString(),
                        "--port-offset",
                        "10000",
                        "--port",
                        "edge=" + taken);
        assertThat(other.exitCode()).isNotZero();
        assertThat(other.out() + other.err())
                .contains(String.valueOf(taken))
                .contains("edge")
                .contains("java");
    }

    @Test
    void whatWasTakenIsWhatIsPaid() {
        JsonNode bought = stack.bought("--take", "1=2", "--take", "2=1");
        assertThat(bought.path("ok").asBoolean()).isTrue();
        assertThat(bought.path("orderNo").asString("")).isNotBlank();
        assertThat(bought.path("transactionId").asString("")).isNotBlank();
        long total = 0;
        for (JsonNode item : bought.path("items")) {
            assertThat(item.path("quantity").asInt())
                    .isEqualTo(item.path("lane").asInt() == 1 ? 2 : 1);
            total += item.path("quantity").asLong() * item.path("unitPriceFen").asLong();
        }
        assertThat(bought.path("items").size()).isEqualTo(2);
        assertThat(bought.path("totalFen").asLong()).isEqualTo(total).isPositive();
        assertThat(bought.path("paidFen").asLong()).isEqualTo(total);
    }

    @Test
    void everyChangeOfTheThreeStatesIsTold() {
        JsonNode states = stack.bought("--take", "1=1").path("states");
        assertThat(reached(states, "ORDER"))
                .containsSubsequence("AUTHORISING", "AUTHORISED", "OPENED", "CLOSED", "SETTLED");
        assertThat(reached(states, "DOOR")).containsSubsequence("OPENING", "OPENED", "CLOSED");
        assertThat(reached(states, "PAYMENT")).containsSubsequence("CAPTURING", "PAID");
        for (JsonNode state : states) {
            assertThat(Instant.parse(state.path("at").asString()))
                    .isBefore(Instant.now().plusSeconds(5));
        }
    }

    @Test
    void theStagesOfAPurchaseAreMeasured() {
        JsonNode timings = stack.bought("--take", "2=1").path("timings");
        assertThat(timings.path("scanToCommandMs").asLong(-1)).isNotNegative();
        assertThat(timings.path("closeToBasketMs").asLong(-1)).isNotNegative();
        assertThat(timings.path("closeToChargedMs").asLong(-1))
                .isGreaterThanOrEqualTo(timings.path("closeToBasketMs").asLong());
    }

    @Test
    void aPurchaseCanBeReplayedAcrossAllServices() {
        String orderNo = stack.bought("--take", "1=2").path("orderNo").asString();
        // Stock is lowered beside the payment, and readings go on after the close.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(sources(traced(orderNo)))
                                .contains(
                                        "SHOPPER",
                                        "ORDER",
                                        "DEVICE",
                                        "CABINET",
                                        "CHANNEL",
                                        "PLATFORM",
                                        "ACCOUNT",
                                        "REPLENISH"));
        JsonNode trace = traced(orderNo);
        assertThat(trace.path("missing").isEmpty()).isTrue();
        Instant opened = Instant.parse(trace.at("/marks/openedAt").asString());
        Instant closed = Instant.parse(trace.at("/marks/closedAt").asString());
        JsonNode lane = trace.at("/lanes/0");
        double unit = lane.path("unitGrams").asDouble();
        assertThat(lane.path("quantity").asInt()).isEqualTo(2);
        assertThat(gramsAround(lane, Instant.EPOCH, opened))
                .allMatch(grams -> grams > lane.path("beforeGrams").asDouble() - unit / 2);
        assertThat(gramsAround(lane, opened, closed).getLast())
                .isLessThan(lane.path("beforeGrams").asDouble() - 1.5 * unit);

        Result page = stack.trace(orderNo);
        assertThat(page.exitCode()).as(page.err()).isZero();
        assertThat(page.out()).contains(orderNo, "door open", "signed call to WeChat", "PAID");
        assertThat(stack.trace("nobodys-order").exitCode()).isEqualTo(1);
        assertThat(stack.trace("no order").exitCode()).isEqualTo(2);
    }

    private JsonNode traced(String orderNo) {
        Result result = stack.trace(orderNo, "--json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Stack.JSON.readTree(result.out());
    }

    private static List<String> sources(JsonNode trace) {
        return trace.path("moments")
                .valueStream()
                .map(moment -> moment.path("source").asString())
                .distinct()
                .toList();
    }

    private static List<Double> gramsAround(JsonNode lane, Instant from, Instant to) {
        return lane.path("curve")
                .valueStream()
                .filter(point -> !Instant.parse(point.path("at").asString()).isBefore(from))
                .filter(point -> Instant.parse(point.path("at").asString()).isBefore(to))
                .map(point -> point.path("grams").asDouble())
                .toList();
    }

    @Test
    void nothingIsLeftHeldAndTheBooksBalance() {
        stack.bought("--take", "1=1");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(stack.count("select count(*) from device.door_claim")).isZero();
                    assertThat(stack.count("select count(*) from account.purchase_hold")).isZero();
                    assertThat(stack.count("select count(*) from orders.undo_log")).isZero();
                    assertThat(stack.count("select count(*) from account.undo_log")).isZero();
                });
        for (String schema : List.of("device", "orders", "account", "channel", "replenish")) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(stack.count("select count(*) from " + schema + ".outbox"))
                                    .isZero());
        }
        assertThat(stack.count("select count(*) from orders.orders where status <> 'SETTLED'"))
                .isZero();
        assertThat(
                        stack.count(
                                "select count(*) from orders.orders where payment_status not in ('PAID', 'NOTHING_DUE')"))
                .isZero();
    }

    @Test
    void alipayIsNotThereYetAndSaysSo() {
        Result result = stack.buy("--platform", "alipay", "--take", "1=1");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private static List<String> reached(JsonNode states, String machine) {
        return states.valueStream()
                .filter(state -> state.path("machine").asString().equals(machine))
                .map(state -> state.path("to").asString())
                .toList();
    }
}
