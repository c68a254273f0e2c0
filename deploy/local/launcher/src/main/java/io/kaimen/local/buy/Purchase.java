package io.kaimen.local.buy;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.ShopFailed;
import io.kaimen.local.shop.Take;
import io.kaimen.local.shop.VirtualCabinets;
import io.kaimen.local.shop.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A shopper at a door: log in, look, tap, confirm, take, close, pay. */
final class Purchase {

    private static final String PLATFORM = "wechat";
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final BuyOptions wanted;
    private final Http edge;
    private final Http sandbox;
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
        this.edge = new Http("edge", instance.url(Port.EDGE));
        this.sandbox = new Http("sandbox", instance.url(Port.SANDBOX));
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
        cabinets.expect(wanted.sn(), wanted.door(), takes);
        var scannedAt = clock.instant();
        events.add(
                Event.of(
                        scannedAt,
                        "shopper",
                        "scans and taps \"open the door\", will take " + inWords(takes)));
        var placed = place(shopper);
        confirm(placed);
        var orderNo = placed.path("orderNo").asString();
        var seen = follow(shopper, orderNo, scannedAt);
        return made(orderNo, seen, scannedAt);
    }

    private Made made(String orderNo, JsonNode seen, Instant scannedAt)
            throws InterruptedException {
        var bookedAt = operator.settlement(orderNo).flatMap(BookEvents::bookedAt).orElse(null);
        var order = operator.order(orderNo).orElse(seen);
        var result = new OrderReport(order, scannedAt, bookedAt).result(wanted);
        for (var change : result.states()) {
            var event = Narration.of(change);
            boolean paymentOver = change.machine().equals("PAYMENT") && !isCapturing(change);
            events.add(paymentOver && bookedAt != null ? event.movedTo(bookedAt) : event);
        }
        for (var item : result.items()) {
            var movements = operator.stockMovements(wanted.sn(), item.lane());
            events.addAll(BookEvents.ofStock(orderNo, movements));
        }
        events.addAll(platformEvents(orderNo));
        events.addAll(VisitEvents.of(cabinets.visit(wanted.sn(), wanted.door())));
        return new Made(result, scannedAt, List.copyOf(events));
    }

    private static boolean isCapturing(PurchaseResult.Change change) {
        return change.to().equals("CAPTURING");
    }

    private Http logIn() throws InterruptedException {
        var code = sandbox.post("/sandbox/codes", Map.of("openid", wanted.shopper())).path("code");
        var login =
                edge.post("/shopper/login", Map.of("platform", PLATFORM, "code", code.asString()));
        tell(
                "order",
                login.path("firstLogin").asBoolean()
                        ? "first login: shopper and account made in one Seata transaction"
                        : "shopper logged in");
        return edge.as(login.path("token").asString());
    }

    private void look(Http shopper) throws InterruptedException {
        var offer = shopper.get("/shopper/doors/%s/%d".formatted(wanted.sn(), wanted.door()));
        var products =
                offer.path("lanes")
                        .valueStream()
                        .map(lane -> lane.path("productName").asString(""))
                        .collect(Collectors.joining(", "));
        tell("shopper", "looks at the offer: " + products);
    }

    private JsonNode place(Http shopper) throws InterruptedException {
        return shopper.post(
                "/shopper/orders",
                Map.of("sn", wanted.sn(), "door", wanted.door(), "platform", PLATFORM));
    }

    /** An order that was running already may have been confirmed before. */
    private void confirm(JsonNode placed) throws InterruptedException {
        var packageToken = placed.path("authorisation").path("package").asString("");
        if (packageToken.isEmpty()) {
            return;
        }
        tell("shopper", "confirms on WeChat's page");
        sandbox.post(
                "/sandbox/payscore/confirm",
                Map.of("package", packageToken, "openid", wanted.shopper()));
    }

    /** The order as it was last seen. */
    private JsonNode follow(Http shopper, String orderNo, Instant scannedAt)
            throws InterruptedException {
        var seen = new AtomicReference<@Nullable JsonNode>();
        var over =
                Waiting.until(
                        wanted.timeout(),
                        PAUSE,
                        () -> {
                            var order = stateOf(shopper, orderNo);
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

    /** Nothing while the service is away: the order goes on without who watches it. */
    private static Optional<JsonNode> stateOf(Http shopper, String orderNo)
            throws InterruptedException {
        try {
            var answer = shopper.call("GET", "/shopper/orders/" + orderNo, null);
            if (answer.succeeded()) {
                return Optional.of(answer.body());
            }
            if (answer.status() / 100 == 4) {
                throw new Http.CallRefused("edge", "GET /shopper/orders/" + orderNo, answer);
            }
        } catch (Http.Unreachable away) {
            // Asked again until the patience ends.
        }
        return Optional.empty();
    }

    private List<Event> platformEvents(String orderNo) throws InterruptedException {
        var view = sandbox.call("GET", "/sandbox/payscore/orders/" + orderNo, null);
        return view.succeeded() ? PlatformEvents.of(view.body()) : List.of();
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
