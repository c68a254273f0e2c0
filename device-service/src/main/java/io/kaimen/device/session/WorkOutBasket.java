package io.kaimen.device.session;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.basket.LaneChange;
import io.kaimen.device.basket.LaneDifference;
import io.kaimen.device.basket.LaneTake;
import io.kaimen.device.basket.Thresholds;
import io.kaimen.device.basket.Units;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns a session's weights before and after into what the shopper took and owes. */
@Component
class WorkOutBasket {

    private final Thresholds thresholds;
    private final LaneDifference difference;

    WorkOutBasket(DeviceProperties properties) {
        this.thresholds =
                new Thresholds(
                        properties.weights().noiseGrams(), properties.weights().shrinkageGrams());
        this.difference = new LaneDifference(thresholds);
    }

    /**
     * @param afterwards a reading for each lane of the baseline
     */
    BasketSettled of(DoorSession session, List<StableWeight> afterwards) {
        Map<Integer, StableWeight> weights =
                afterwards.stream()
                        .collect(Collectors.toMap(StableWeight::lane, Function.identity()));
        Map<Integer, PricedLane> prices =
                session.lanes().stream()
                        .collect(Collectors.toMap(PricedLane::lane, Function.identity()));
        List<Line> lines = new ArrayList<>();
        List<LaneWeights> lanes = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (StableWeight before : session.baseline()) {
            double after = Objects.requireNonNull(weights.get(before.lane())).grams();
            PricedLane priced = prices.get(before.lane());
            if (priced == null) {
                var lane = new LaneWeights(before.lane(), before.grams(), after);
                lanes.add(lane);
                flags.addAll(ofUnsoldLane(lane));
                continue;
            }
            LaneTake take = explain(priced, before.grams(), after);
            lanes.add(
                    new LaneWeights(
                            before.lane(),
                            before.grams(),
                            after,
                            take.quantity(),
                            rounded(take.confidence())));
            flags.addAll(take.flags());
            if (take.quantity() > 0) {
                lines.add(line(priced, take.quantity()));
            }
        }
        return basket(session, lines, lanes, flags);
    }

    private static BasketSettled basket(
            DoorSession session, List<Line> lines, List<LaneWeights> lanes, List<Flag> flags) {
        Moment closed = Objects.requireNonNull(session.closed(), "closed");
        Moment opened = session.opened();
        return new BasketSettled(
                session.orderNo(),
                session.shopperId(),
                session.platform(),
                session.sn(),
                session.door(),
                session.place().site(),
                session.place().region(),
                session.place().partner(),
                opened == null ? closed.receivedAt() : opened.receivedAt(),
                closed.receivedAt(),
                lines,
                lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus),
                lanes,
                flags,
                LaneDifference.VERSION);
    }

    /** What was taken from a lane that weighed so much and weighs so much now. */
    LaneTake explain(PricedLane lane, double beforeGrams, double afterGrams) {
        return difference.explain(
                new LaneChange(
                        lane.lane(),
                        beforeGrams,
                        afterGrams,
                        lane.unitGrams(),
                        lane.toleranceGrams(),
                        Units.nearest(beforeGrams, lane.unitGrams()).count()));
    }

    /** Four decimals say all there is to say, and never that something is beyond all doubt. */
    private static double rounded(double confidence) {
        return Math.floor(confidence * 10_000) / 10_000;
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

    /** Nothing is sold there, so whatever comes or goes is for an operator to look at. */
    private List<Flag> ofUnsoldLane(LaneWeights lane) {
        double lost = lane.beforeGrams() - lane.afterGrams();
        if (Math.abs(lost) <= thresholds.noiseGrams()) {
            return List.of();
        }
        Flag.Kind kind = lost < 0 ? Flag.Kind.GAINED : Flag.Kind.UNEXPLAINED;
        return List.of(new Flag(lane.lane(), kind, Math.abs(lost)));
    }
}
