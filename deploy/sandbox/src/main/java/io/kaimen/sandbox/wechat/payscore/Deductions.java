package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.faults.Fault;
import io.kaimen.sandbox.faults.FaultKind;
import io.kaimen.sandbox.faults.Faults;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.time.PlatformTimer;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Collecting;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Takes the money of completed orders, and tries until it has it. */
@Component
class Deductions implements SmartInitializingSingleton {

    private static final String EVENT = "DEDUCTION";

    private final Orders orders;
    private final Faults faults;
    private final PlatformClock clock;
    private final PlatformTimer timer;
    private final SandboxProperties.Payscore habits;

    Deductions(
            Orders orders,
            Faults faults,
            PlatformClock clock,
            PlatformTimer timer,
            SandboxProperties properties) {
        this.orders = orders;
        this.faults = faults;
        this.clock = clock;
        this.timer = timer;
        this.habits = properties.payscore();
    }

    @Override
    public void afterSingletonsInstantiated() {
        orders.unfinished().forEach(this::schedule);
    }

    /** When an order completed now is deducted first. */
    Instant first(String outOrderNo, Instant now) {
        long injected =
                faults.strike(FaultKind.DEDUCTION_DELAYED, outOrderNo, EVENT)
                        .map(Fault::millis)
                        .orElse(0L);
        return now.plus(habits.deductionDelay()).plusMillis(injected);
    }

    /** Sets the next deduction going when one is due. */
    void schedule(Order order) {
        if (order.stage() instanceof Collecting collecting) {
            Instant due = collecting.nextDeduction();
            timer.after(
                    Duration.between(clock.instant(), due), () -> deduct(order.outOrderNo(), due));
        }
    }

    private void deduct(String outOrderNo, Instant due) {
        Order after =
                orders.change(outOrderNo, order -> isDue(order, due) ? deducted(order) : order);
        if (!isDue(after, due)) {
            schedule(after);
        }
    }

    /** Whether this very deduction is still to come; a repeated completion schedules it twice. */
    private static boolean isDue(Order order, Instant due) {
        return order.stage() instanceof Collecting collecting
                && collecting.nextDeduction().equals(due);
    }

    private Order deducted(Order order) {
        Instant now = clock.instant();
        boolean fails =
                faults.strike(FaultKind.DEDUCTION_FAILED, order.outOrderNo(), EVENT).isPresent();
        return fails
                ? order.deductionFailed(now.plus(habits.deductionRetry()))
                : order.paid(Numbers.transactionId(now), now);
    }
}
