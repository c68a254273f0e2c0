package io.kaimen.order.placing;

import io.kaimen.order.OrderProperties;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Has a tap wait a little for the shopper's last order. That one ends at the platform, here and in
 * account-service one after the other, so a shopper who scans at once would be refused for
 * milliseconds.
 */
@Component
class EndingWait {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Duration patience;

    EndingWait(OrderProperties properties) {
        this.patience = properties.endingWait();
    }

    /** Repeats a tap while the answer is that the last order is ending, for a bounded time. */
    Placed wait(Supplier<Placed> tap) {
        long end = System.nanoTime() + patience.toNanos();
        Placed placed = tap.get();
        while (isEnding(placed) && System.nanoTime() < end) {
            // Nothing here is told of the end elsewhere, so it is looked for again.
            LockSupport.parkNanos(PAUSE.toNanos());
            placed = tap.get();
        }
        return placed;
    }

    private static boolean isEnding(Placed placed) {
        return placed instanceof Placed.Refused refused && refused.why() == Refusal.ORDER_ENDING;
    }
}
