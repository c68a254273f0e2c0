package io.kaimen.local.buy;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.ShopFailed;
import io.kaimen.local.shop.Shopper;
import io.kaimen.local.shop.Take;
import io.kaimen.local.shop.VirtualCabinets;
import io.kaimen.local.shop.Waiting;
import io.kaimen.local.trace.Event;
import io.kaimen.local.trace.OrderTrace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shopper at a door: log in, look, tap, confirm, take, close, pay. */
final class Purchase {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BuyOptions wanted;
    private final Instance instance;
    private final VirtualCabinets cabinets;
    private final Operator operator;
    private final Clock clock;
    private final List<Event> events = new ArrayList<>();

    Purchase(
            Instance instance,
            BuyOptions wanted,
            Operator operator,
            VirtualCabinets cabinets,
            Clock clock) {
        this.wanted = wanted;
        this.instance = instance;
        this.operator = operator;
        this.cabinets = cabinets;
        this.clock = clock;
    }

    /**
     * A purchase that got as far as an order.
     *
     * @param scannedAt when the shopper tapped
     */
    record Made(PurchaseResult result, Instant scannedAt, List<Event> events) {}

    /**
     * Makes the purchase and waits for its end, or for the timeout.
     *
     * @throws Http.CallRefused when there was no order
     */
    Made make(List<Take> takes) throws InterruptedException {
        var shopper = logIn();
        look(shopper);
        var scannedAt = clock.instant();
        events.add(Event.of(scannedAt, "shopper", "will take " + inWords(takes)));
        var placed = place(shopper);
        // Only now: whoever is refused must leave no plan behind for the next shopper. And before
        // the
        // confirmation, for the door opens after it.
        cabinets.expect(wanted.sn(), wanted.door(), takes);
        if (shopper.confirm(placed)) {
            tell("shopper", "confirms on WeChat's page");
        }
        var orderNo = placed.path("orderNo").asString();
        var seen = follow(shopper, orderNo, scannedAt);
        return made(orderNo, seen, scannedAt);
    }

    private Made made(String orderNo, JsonNode seen, Instant scannedAt)
            throws InterruptedException {
        var trace = operator.trace(orderNo).map(OrderTrace::read);
        var bookedAt = trace.flatMap(OrderTrace::bookedAt).orElse(null);
        var order = operator.order(orderNo).orElse(seen);
        var result = new OrderReport(order, scannedAt, bookedAt).result(wanted);
        trace.ifPresent(told -> events.addAll(told.events()));
        events.addAll(VisitEvents.of(cabinets.visit(wanted.sn(), wanted.door())));
        return new Made(result, scannedAt, List.copyOf(events));
    }

    private Shopper logIn() throws InterruptedException {
        var shopper = Shopper.logIn(instance, wanted.shopper());
        tell(
                "order",
                shopper.isNew()
                        ? "first login: shopper and account made in one Seata transaction"
                        : "shopper logged in");
        return shopper;
    }

    private void look(Shopper shopper) throws InterruptedException {
        var products =
                shopper.offer(wanted.sn(), wanted.door())
                        .path("lanes")
                        .valueStream()
                        .map(lane -> lane.path("productName").asString(""))
                        .collect(Collectors.joining(", "));
        tell("shopper", "looks at the offer: " + products);
    }

    private JsonNode place(Shopper shopper) throws InterruptedException {
        var answer = shopper.place(wanted.sn(), wanted.door());
        if (!answer.succeeded()) {
            throw new Http.CallRefused("edge", "POST /shopper/orders", answer);
        }
        return answer.body();
    }

    /** The order as it was last seen. */
    private JsonNode follow(Shopper shopper, String orderNo, Instant scannedAt)
            throws InterruptedException {
        var seen = new AtomicReference<@Nullable JsonNode>();
        var over =
                Waiting.until(
                        wanted.timeout(),
                        PAUSE,
                        () -> {
                            var order = shopper.order(orderNo);
                            order.ifPresent(seen::set);
                            return order.filter(it -> new OrderReport(it, scannedAt).isOver());
                        });
        return over.or(() -> Optional.ofNullable(seen.get()))
                .orElseThrow(() ->
                        new ShopFailed(
                                1,
                                "Order %s was placed, but never answered for since."
                                        .formatted(orderNo)));
    }

    private void tell(String who, String what) {
        events.add(Event.of(clock.instant(), who, what));
    }

    private static String inWords(List<Take> takes) {
        return takes.isEmpty()
                ? "nothing"
                : takes.stream()
                        .map(take -> "%d from lane %d".formatted(take.count(), take.lane()))
                        .collect(Collectors.joining(" and "));
    }
}
