package io.kaimen.order.live;

import feign.FeignException;
import io.kaimen.order.OrderProperties.Live;
import io.kaimen.order.lookup.ShopperOrders;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.Orders;
import io.kaimen.order.sale.PaymentStatus;
import io.kaimen.service.problem.RemoteProblem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One shopper watching one order, in a thread of its own that mostly waits. */
class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    private static final int AWAY_FROM_THE_DOOR = 3;

    private final String orderNo;
    private final SseEmitter emitter;
    private final Orders orders;
    private final ShopperOrders own;
    private final LiveDoors doors;
    private final Live limits;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Order order;
    private @Nullable Instant toldOf;
    private @Nullable LiveScales toldScales;
    private Instant saidAt;
    private Instant askAgainAt;

    LiveStream(
            Order order,
            SseEmitter emitter,
            Orders orders,
            ShopperOrders own,
            LiveDoors doors,
            Live limits,
            Clock clock) {
        this.orderNo = order.orderNo();
        this.order = order;
        this.emitter = emitter;
        this.orders = orders;
        this.own = own;
        this.doors = doors;
        this.limits = limits;
        this.clock = clock;
        this.saidAt = clock.instant();
        this.askAgainAt = saidAt;
        emitter.onCompletion(this::end);
        emitter.onTimeout(this::end);
        emitter.onError(broken -> end());
    }

    /** Has it end soon, whoever watches. */
    void end() {
        ended.countDown();
    }

    /** Tells what happens until the order has ended, nobody listens, or it is time to reconnect. */
    void run() {
        Instant last = clock.instant().plus(limits.life());
        try {
            do {
                tellOrder();
                tellScales();
                heartbeat();
            } while (!isOver(order)
                    && clock.instant().isBefore(last)
                    && !ended.await(untilNextLook().toMillis(), TimeUnit.MILLISECONDS));
            emitter.complete();
        } catch (IOException gone) {
            log.debug("nobody watches {} any more: {}", orderNo, gone.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The page opens another stream, or asks for the order by itself.
            if (ended.getCount() > 0) {
                log.warn("the stream of {} broke", orderNo, e);
            }
            emitter.complete();
        }
    }

    private void tellOrder() throws IOException {
        Instant changed = orders.updatedAt(orderNo).orElse(null);
        if (changed != null && !changed.equals(toldOf)) {
            order = orders.find(orderNo).orElse(order);
            say(SseEmitter.event().name("order").data(own.show(order), MediaType.APPLICATION_JSON));
            toldOf = changed;
        }
    }

    private void tellScales() throws IOException {
        if (!isAtTheDoor(order) || clock.instant().isBefore(askAgainAt)) {
            return;
        }
        LiveScales now = ask();
        if (!now.equals(toldScales)) {
            say(SseEmitter.event().name("scales").data(now, MediaType.APPLICATION_JSON));
            toldScales = now;
        }
    }

    /** A device-service that does not answer is left alone for a while; the order goes on. */
    private LiveScales ask() {
        try {
            return LiveScales.of(doors.live(orderNo));
        } catch (FeignException | RemoteProblem e) {
            log.debug("no weights of {}: {}", orderNo, e.toString());
            askAgainAt = clock.instant().plus(limits.patience());
            return LiveScales.UNAVAILABLE;
        }
    }

    /** Only at the door do things move several times a second. */
    private Duration untilNextLook() {
        return isAtTheDoor(order) ? limits.look() : limits.look().multipliedBy(AWAY_FROM_THE_DOOR);
    }

    private void heartbeat() throws IOException {
        if (saidAt.plus(limits.heartbeat()).isBefore(clock.instant())) {
            say(SseEmitter.event().comment("still here"));
            // Two changes within one millisecond look like one: told again rather than missed.
            toldOf = null;
        }
    }

    private void say(SseEventBuilder event) throws IOException {
        emitter.send(event);
        saidAt = clock.instant();
    }

    /** Between the unlock and the decision. */
    private static boolean isAtTheDoor(Order order) {
        return switch (order.status()) {
            case AUTHORISED -> order.times().doorCommandedAt() != null;
            case OPENED, CLOSED -> true;
            case PRE_AUTHORISED, AUTHORISING, SETTLED, CANCELLED, ABNORMAL -> false;
        };
    }

    /** Nothing changes any more by itself within seconds. */
    private static boolean isOver(Order order) {
        PaymentStatus payment = order.paymentStatus();
        return switch (order.status()) {
            case CANCELLED -> true;
            case SETTLED -> payment.isOver() || payment == PaymentStatus.FAILED;
            case PRE_AUTHORISED, AUTHORISING, AUTHORISED, OPENED, CLOSED, ABNORMAL -> false;
        };
    }
}
