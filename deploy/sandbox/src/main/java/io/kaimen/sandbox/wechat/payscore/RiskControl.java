package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Collecting;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Running;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether the platform vouches for a person once more. */
@Component
class RiskControl {

    private final SandboxProperties.Payscore limits;
    private final PlatformClock clock;

    RiskControl(SandboxProperties properties, PlatformClock clock) {
        this.limits = properties.payscore();
        this.clock = clock;
    }

    /**
     * Judges a person by the orders that are not finished.
     *
     * @throws ApiError OVERDUE or RISK
     */
    void assess(List<Order> unfinished) {
        Instant overdueBefore = clock.instant().minus(limits.overdueAfter());
        boolean overdue =
                unfinished.stream()
                        .anyMatch(order ->
                                order.stage() instanceof Collecting due
                                        && due.since().isBefore(overdueBefore));
        if (overdue) {
            throw Refusal.OVERDUE.error();
        }
        long running =
                unfinished.stream().filter(order -> order.stage() instanceof Running).count();
        if (running >= limits.openOrders()) {
            throw Refusal.RISK.error();
        }
    }
}
