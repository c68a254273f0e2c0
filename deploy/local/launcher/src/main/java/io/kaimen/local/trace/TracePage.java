package io.kaimen.local.trace;

import static io.kaimen.local.trace.Words.yuan;

import io.kaimen.contracts.trace.TracedLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A trace as a page for people. */
final class TracePage {

    private TracePage() {}

    static String of(OrderTrace trace) {
        var lines = new ArrayList<String>();
        lines.add(
                "Order %s: door %d of %s, %s, scanned at %s"
                        .formatted(
                                trace.orderNo(),
                                trace.door(),
                                trace.sn(),
                                trace.platform(),
                                trace.scannedAt()));
        lines.add("");
        lines.addAll(Moments.lines(trace.scannedAt(), trace.events()));
        lines.add("");
        add(lines, trace.lanes().stream().map(TracePage::lane).toList());
        add(lines, Curves.of(trace));
        lines.add(ending(trace));
        if (!trace.missing().isEmpty()) {
            lines.add(
                    "Did not answer, so its part is missing: "
                            + String.join(", ", trace.missing()));
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, List<String> section) {
        if (!section.isEmpty()) {
            lines.addAll(section);
            lines.add("");
        }
    }

    private static String lane(TracedLane lane) {
        return "    lane %-3d %9s g  ->  %9s g   %s%s"
                .formatted(
                        lane.lane(),
                        grams(lane.beforeGrams()),
                        grams(lane.afterGrams()),
                        taken(lane),
                        lane.flags().isEmpty() ? "" : "  " + String.join(", ", lane.flags()))
                .stripTrailing();
    }

    private static String taken(TracedLane lane) {
        Integer quantity = lane.quantity();
        String name = lane.productName() == null ? "" : lane.productName();
        if (quantity == null) {
            return name;
        }
        return quantity == 0
                ? "untouched"
                : "%d × %s%s".formatted(quantity, name, each(lane.unitGrams()));
    }

    private static String each(@Nullable Double unitGrams) {
        return unitGrams == null ? "" : " of " + grams(unitGrams) + " g";
    }

    private static String grams(@Nullable Double grams) {
        return grams == null ? "?" : String.format(Locale.ROOT, "%.1f", grams);
    }

    private static String ending(OrderTrace trace) {
        var states =
                "%s, door %s, payment %s"
                        .formatted(trace.orderStatus(), trace.doorStatus(), trace.paymentStatus());
        return trace.basketFen() == null
                ? states
                : "%s: %s yuan of %s yuan"
                        .formatted(
                                states,
                                yuan(trace.paidFen() == null ? 0 : trace.paidFen()),
                                yuan(trace.basketFen()));
    }
}
