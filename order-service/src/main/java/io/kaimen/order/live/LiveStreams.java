package io.kaimen.order.live;

import io.kaimen.order.OrderProperties;
import io.kaimen.order.OrderProperties.Live;
import io.kaimen.order.Words;
import io.kaimen.order.lookup.ShopperOrders;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.Orders;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of this instance: so many in all, so many a shopper. Ended first when the instance
 * stops, for a graceful stop waits for every answer that is under way.
 */
@Component
class LiveStreams implements SmartLifecycle {

    private final Orders orders;
    private final ShopperOrders own;
    private final LiveDoors doors;
    private final Words words;
    private final Live limits;
    private final Clock clock;
    private final Semaphore places;
    private final Map<String, Integer> byShopper = new ConcurrentHashMap<>();
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveStreams(
            Orders orders,
            ShopperOrders own,
            LiveDoors doors,
            Words words,
            OrderProperties properties,
            Clock clock) {
        this.orders = orders;
        this.own = own;
        this.doors = doors;
        this.words = words;
        this.limits = properties.live();
        this.clock = clock;
        this.places = new Semaphore(limits.streams());
    }

    /**
     * Begins to stream.
     *
     * @throws TooManyStreams when this shopper or this instance has as many as may be
     */
    SseEmitter open(Order order) {
        take(order.shopperId());
        // The stream ends itself before; this is for one whose thread is stuck.
        var emitter = new SseEmitter(limits.life().plus(limits.heartbeat()).toMillis());
        var stream = new LiveStream(order, emitter, orders, own, doors, limits, clock);
        open.add(stream);
        Locale language = LocaleContextHolder.getLocale();
        Thread.ofVirtual()
                .name("live-" + order.orderNo())
                .start(() -> {
                    LocaleContextHolder.setLocale(language);
                    try {
                        stream.run();
                    } finally {
                        open.remove(stream);
                        giveBack(order.shopperId());
                    }
                });
        if (!running) {
            stream.end();
        }
        return emitter;
    }

    private void take(String shopperId) {
        if (!places.tryAcquire()) {
            throw new TooManyStreams(words.say("too-many-streams"));
        }
        if (byShopper.merge(shopperId, 1, Integer::sum) > limits.streamsPerShopper()) {
            giveBack(shopperId);
            throw new TooManyStreams(words.say("too-many-streams"));
        }
    }

    private void giveBack(String shopperId) {
        byShopper.computeIfPresent(shopperId, (id, count) -> count == 1 ? null : count - 1);
        places.release();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to start, so first to stop: before the web server waits for its answers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
