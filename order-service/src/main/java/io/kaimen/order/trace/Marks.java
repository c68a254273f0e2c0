package io.kaimen.order.trace;

import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.order.sale.OrderTimes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The moments to mark on the curves; null for what did not happen or is not known. What the cabinet
 * itself told comes first, then what its session was found to be, then the order's own times.
 *
 * @param commandedAt when the open command was decided on
 * @param chargedAt when the books knew how the payment ended
 */
record Marks(
        @Nullable Instant commandedAt,
        @Nullable Instant unlockedAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant chargedAt) {

    private static final Set<String> PAYMENT_OVER = Set.of("PAID", "NOTHING_DUE", "FAILED");

    /**
     * @param moments in order of time
     */
    static Marks of(List<TraceMoment> moments, OrderTimes times) {
        return new Marks(
                first(moments, TraceKind.COMMAND_ISSUED, "command", "OPEN_DOOR")
                        .orElse(times.doorCommandedAt()),
                first(moments, TraceKind.DOOR_UNLOCKED).orElse(null),
                first(moments, TraceKind.DOOR_OPENED)
                        .or(() -> first(moments, TraceKind.DOOR_IS_OPEN))
                        .or(() -> first(moments, TraceKind.DOOR_SESSION_MOVED, "to", "OPENED"))
                        .orElse(times.openedAt()),
                first(moments, TraceKind.DOOR_CLOSED)
                        .or(() -> first(moments, TraceKind.DOOR_SESSION_MOVED, "to", "CLOSED"))
                        .orElse(times.closedAt()),
                first(moments, TraceKind.BASKET_DECIDED).orElse(times.basketAt()),
                PAYMENT_OVER.stream()
                        .flatMap(
                                to -> first(moments, TraceKind.SETTLEMENT_MOVED, "to", to).stream())
                        .min(Instant::compareTo)
                        .orElse(times.chargedAt()));
    }

    private static Optional<Instant> first(List<TraceMoment> moments, TraceKind kind) {
        return first(moments, moment -> moment.kind() == kind);
    }

    private static Optional<Instant> first(
            List<TraceMoment> moments, TraceKind kind, String fact, String value) {
        return first(
                moments, moment -> moment.kind() == kind && value.equals(moment.facts().get(fact)));
    }

    private static Optional<Instant> first(
            List<TraceMoment> moments, Predicate<TraceMoment> wanted) {
        return moments.stream().filter(wanted).map(TraceMoment::at).findFirst();
    }
}
