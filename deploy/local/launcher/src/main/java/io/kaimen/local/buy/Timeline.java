package io.kaimen.local.buy;

import io.kaimen.local.buy.PurchaseResult.Item;
import io.kaimen.local.buy.PurchaseResult.LaneWeights;
import io.kaimen.local.buy.PurchaseResult.Timings;
import io.kaimen.local.trace.Event;
import io.kaimen.local.trace.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A purchase as a page for people. */
final class Timeline {

    private Timeline() {}

    /**
     * The page.
     *
     * @param scannedAt where the milliseconds count from
     * @param events in any order
     */
    static String of(PurchaseResult result, Instant scannedAt, List<Event> events) {
        var lines = new ArrayList<String>();
        lines.add(
                "Order %s: %s at door %d of %s"
                        .formatted(
                                result.orderNo(),
                                result.shopper(),
                                result.door(),
                                result.cabinet()));
        lines.add("");
        lines.addAll(Moments.lines(scannedAt, events));
        lines.add("");
        if (!result.lanes().isEmpty()) {
            lines.addAll(lanes(result));
            lines.add("");
        }
        lines.add(ending(result));
        lines.add(timings(result.timings()));
        return String.join("\n", lines);
    }

    private static List<String> lanes(PurchaseResult result) {
        return result.lanes().stream().map(lane -> lane(lane, result.items())).toList();
    }

    private static String lane(LaneWeights lane, List<Item> items) {
        var taken =
                items.stream()
                        .filter(item -> item.lane() == lane.lane())
                        .map(item ->
                                "%d × %s, %s yuan each"
                                        .formatted(
                                                item.quantity(),
                                                item.name(),
                                                yuan(item.unitPriceFen())))
                        .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "    lane %-3d %9.1f g  ->  %9.1f g  %+9.1f g   %s",
                lane.lane(),
                lane.beforeGrams(),
                lane.afterGrams(),
                lane.afterGrams() - lane.beforeGrams(),
                taken.isEmpty() ? "untouched" : taken);
    }

    private static String ending(PurchaseResult result) {
        var states =
                "%s, door %s, payment %s"
                        .formatted(
                                result.orderStatus(), result.doorStatus(), result.paymentStatus());
        if (result.ok()) {
            return "%s: %s yuan of %s yuan, transaction %s"
                    .formatted(
                            states,
                            yuan(result.paidFen()),
                            yuan(result.totalFen()),
                            result.transactionId());
        }
        return states + ": " + result.message();
    }

    private static String timings(Timings timings) {
        return Stream.of(
                        timing("scan to door command", timings.scanToCommandMs()),
                        timing("command to open", timings.commandToOpenMs()),
                        timing("close to basket", timings.closeToBasketMs()),
                        timing("close to charged", timings.closeToChargedMs()))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private static List<String> timing(String what, @Nullable Long millis) {
        return millis == null ? List.of() : List.of("%s %d ms".formatted(what, millis));
    }

    private static String yuan(@Nullable Long fen) {
        return fen == null ? "?" : BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
