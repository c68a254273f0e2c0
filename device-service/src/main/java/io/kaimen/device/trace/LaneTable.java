package io.kaimen.device.trace;

import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.contracts.trace.TracedLane;
import io.kaimen.contracts.trace.TracedLane.Point;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.StableWeight;
import io.kaimen.device.trace.TraceMapper.ReadingRow;
import io.kaimen.device.trace.TraceMapper.TakenRow;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of an order's door: what they sold, weighed and lost.
 *
 * @param sold products of the moment of opening
 * @param baseline weights before the unlock
 * @param basket null until one was decided
 */
record LaneTable(List<PricedLane> sold, List<StableWeight> baseline, @Nullable Decided basket) {

    /** What the basket rests on. */
    record Decided(List<LaneWeights> weights, List<Flag> flags, List<TakenRow> taken) {}

    /** Numbers of all lanes that were sold from or weighed, ascending. */
    List<Integer> lanes() {
        SortedSet<Integer> lanes = new TreeSet<>();
        sold.forEach(lane -> lanes.add(lane.lane()));
        baseline.forEach(weight -> lanes.add(weight.lane()));
        return List.copyOf(lanes);
    }

    /** The table with these curves. */
    List<TracedLane> with(List<ReadingRow> readings, CabinetClock clock) {
        Map<Integer, List<ReadingRow>> byLane =
                readings.stream().collect(Collectors.groupingBy(ReadingRow::lane));
        return lanes().stream()
                .map(lane -> traced(lane, byLane.getOrDefault(lane, List.of()), clock))
                .toList();
    }

    private TracedLane traced(int lane, List<ReadingRow> readings, CabinetClock clock) {
        PricedLane product = sold.stream().filter(s -> s.lane() == lane).findFirst().orElse(null);
        LaneWeights decided = decided(lane);
        return new TracedLane(
                lane,
                product == null ? null : product.sku(),
                product == null ? null : product.productName(),
                product == null ? null : product.unitGrams(),
                decided == null ? baselineGrams(lane) : Double.valueOf(decided.beforeGrams()),
                decided == null ? null : decided.afterGrams(),
                basket == null ? null : quantity(basket, lane),
                decided == null ? null : decided.confidence(),
                basket == null ? List.of() : flags(basket, lane),
                readings.stream().map(r -> point(r, clock)).sorted(Point.BY_TIME).toList(),
                readings.isEmpty() ? 0 : readings.getFirst().readings());
    }

    private @Nullable LaneWeights decided(int lane) {
        return basket == null
                ? null
                : basket.weights().stream().filter(w -> w.lane() == lane).findFirst().orElse(null);
    }

    private @Nullable Double baselineGrams(int lane) {
        return baseline.stream()
                .filter(w -> w.lane() == lane)
                .findFirst()
                .map(StableWeight::grams)
                .orElse(null);
    }

    private static int quantity(Decided basket, int lane) {
        return basket.taken().stream()
                .filter(t -> t.lane() == lane)
                .mapToInt(TakenRow::quantity)
                .sum();
    }

    private static List<String> flags(Decided basket, int lane) {
        return basket.flags().stream()
                .filter(f -> f.lane() == lane)
                .map(f -> f.kind().name())
                .toList();
    }

    private static Point point(ReadingRow reading, CabinetClock clock) {
        return new Point(
                clock.at(reading.bootId(), reading.uptimeMillis(), reading.receivedAt()),
                reading.grams(),
                reading.stable());
    }
}
