package io.kaimen.channel.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.channel.OnChannelService;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import io.kaimen.contracts.channel.CapturesApi.Item;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is learnt of a capture from two sides at once. */
class CapturesIT extends OnChannelService {

    @Autowired private Captures captures;
    @Autowired private TransactionTemplate transaction;

    private final String orderNo = "C" + UUID.randomUUID().toString().substring(0, 20);

    /** The notification's transaction has looked, then the lost answer of the call is asked for. */
    @Test
    void aPaymentIsNotLostToAnAnswerThatComesInBetween() {
        var total = Money.ofFen(350);
        captures.open(
                new Capture(
                        orderNo,
                        Platform.WECHAT,
                        List.of(new Item("cola", 1, total)),
                        total,
                        Instant.now(),
                        Instant.now()),
                "{}");

        transaction.executeWithoutResult(status -> {
            assertThat(captures.find(orderNo)).isPresent();
            CompletableFuture.runAsync(() -> captures.learn(order(State.CAPTURING, null, total)))
                    .join();
            captures.learn(order(State.PAID, "4200000000", total));
        });

        assertThat(captures.find(orderNo).orElseThrow().status()).isEqualTo(CaptureStatus.PAID);
    }

    private PlatformOrder order(State state, @Nullable String transactionId, Money total) {
        return new PlatformOrder(
                orderNo, Platform.WECHAT, state, total, transactionId, Instant.now());
    }
}
