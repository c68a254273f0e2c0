package io.kaimen.device.session;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.device.basket.Units;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.session.HandDecision.Taken;
import io.kaimen.device.session.HandDecision.WrongLines;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The basket an operator names: any lanes and counts there were, at the prices of the opening. */
@Component
class BasketByHand {

    /** In the place of an algorithm's name. */
    static final String OPERATOR = "operator";

    private final Clock clock;

    BasketByHand(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws WrongLines for a lane named twice or not sold from, or more units than stood there
     */
    BasketSettled of(DoorSession session, List<Taken> taken) {
        Map<Integer, PricedLane> lanes =
                session.lanes().stream()
                        .collect(Collectors.toMap(PricedLane::lane, Function.identity()));
        Set<Integer> named = new HashSet<>();
        List<Line> lines =
                taken.stream()
                        .map(t -> {
                            PricedLane lane = lanes.get(t.lane());
                            if (lane == null || !named.add(t.lane())) {
                                throw new WrongLines(
                                        "Lane %d sells nothing, or is named twice."
                                                .formatted(t.lane()));
                            }
                            requireInStock(session, lane, t.quantity());
                            return line(lane, t.quantity());
                        })
                        .toList();
        return basket(session, lines);
    }

    private static void requireInStock(DoorSession session, PricedLane lane, int quantity) {
        double stood =
                session.baseline().stream()
                        .filter(w -> w.lane() == lane.lane())
                        .mapToDouble(StableWeight::grams)
                        .findFirst()
                        .orElse(0);
        long units = Units.nearest(stood, lane.unitGrams()).count();
        if (quantity > units) {
            throw new WrongLines(
                    "Lane %d held %d units before the opening.".formatted(lane.lane(), units));
        }
    }

    private BasketSettled basket(DoorSession session, List<Line> lines) {
        Moment opened = session.opened();
        Moment closed = session.closed();
        Instant closedAt =
                closed == null
                        ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                        : closed.receivedAt();
        return new BasketSettled(
                session.orderNo(),
                session.shopperId(),
                session.platform(),
                session.sn(),
                session.door(),
                session.place().site(),
                session.place().region(),
                session.place().partner(),
                opened == null ? closedAt : opened.receivedAt(),
                closedAt,
                lines,
                lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus),
                List.of(),
                List.of(),
                OPERATOR);
    }

    private static Line line(PricedLane lane, int quantity) {
        return new Line(
                lane.lane(),
                lane.sku(),
                lane.productName(),
                quantity,
                lane.price(),
                lane.price().times(quantity));
    }
}
