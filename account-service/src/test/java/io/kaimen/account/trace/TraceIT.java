package io.kaimen.account.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.account.Baskets;
import io.kaimen.account.OnAccountService;
import io.kaimen.account.PlayedPlatform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.PurchaseHoldsApi;
import io.kaimen.contracts.account.PurchaseHoldsApi.PlaceHold;
import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnAccountService
class TraceIT {

    @Autowired PurchaseHoldsApi holds;
    @Autowired PlayedPlatform platform;
    @Autowired MessageSender sender;
    @Autowired TraceApi trace;
    @Autowired Calls calls;

    private final String orderNo = Baskets.orderNo();
    private final String shopper = Baskets.shopperOf(orderNo);

    @Test
    void tellsHoldSettlementAndLedger() {
        holds.place(new PlaceHold(shopper, orderNo));
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));
        await().atMost(Duration.ofSeconds(20)).until(() -> !platform.capturesOf(orderNo).isEmpty());
        publish(Topic.PAYMENT_CAPTURED, platform.collects(orderNo));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> facts(TraceKind.SETTLEMENT_MOVED, "to").contains("PAID"));

        assertThat(facts(TraceKind.SETTLEMENT_MOVED, "to"))
                .containsExactly("PENDING", "CAPTURING", "PAID");
        assertThat(moments(TraceKind.HOLD_PLACED)).hasSize(1);
        assertThat(moments(TraceKind.HOLD_FREED)).hasSize(1);
        assertThat(facts(TraceKind.LEDGER_POSTED, "entries"))
                .hasSize(2)
                .allSatisfy(entries -> assertThat(entries).contains("+700", "-700"));
        assertThat(trace.trace(orderNo).toString()).doesNotContain(shopper);
    }

    @Test
    void answersServicesWithNothingOfAnOrderItNeverMet() {
        String answer =
                calls.as(Role.SERVICE)
                        .get()
                        .uri("/internal/trace/nobodys-order")
                        .retrieve()
                        .body(String.class);

        assertThat(answer).isEqualTo("{\"moments\":[],\"lanes\":[]}");
    }

    private void publish(Topic topic, Object payload) {
        sender.send(topic, orderNo, UUID.randomUUID().toString(), payload).join();
    }

    private List<TraceMoment> moments(TraceKind kind) {
        return trace.trace(orderNo).moments().stream().filter(m -> m.kind() == kind).toList();
    }

    private List<String> facts(TraceKind kind, String fact) {
        return moments(kind).stream().map(m -> m.facts().getOrDefault(fact, "")).toList();
    }
}
