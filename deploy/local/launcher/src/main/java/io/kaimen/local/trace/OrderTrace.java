package io.kaimen.local.trace;

import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracedLane;
import io.kaimen.local.shop.Http;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order's trace as {@code GET /admin/orders/…/trace} answers; amounts in fen, null while not
 * known.
 *
 * @param moments in order of time
 * @param missing services that did not answer
 */
public record OrderTrace(
        String orderNo,
        String sn,
        int door,
        String platform,
        Instant scannedAt,
        String orderStatus,
        String doorStatus,
        String paymentStatus,
        @Nullable Long basketFen,
        @Nullable Long dueFen,
        @Nullable Long paidFen,
        List<TraceMoment> moments,
        List<TracedLane> lanes,
        Marks marks,
        List<String> missing) {

    private static final Set<String> PAYMENT_OVER = Set.of("PAID", "NOTHING_DUE", "FAILED");

    /** When what happened; null for what did not, or is not known. */
    public record Marks(
            @Nullable Instant commandedAt,
            @Nullable Instant unlockedAt,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant chargedAt) {}

    /** Reads an answer. */
    public static OrderTrace read(JsonNode answer) {
        return Http.JSON.treeToValue(answer, OrderTrace.class);
    }

    /** When account-service booked how the payment ended; nothing while it has not. */
    public Optional<Instant> bookedAt() {
        return moments.stream()
                .filter(moment -> moment.kind() == TraceKind.SETTLEMENT_MOVED)
                .filter(moment -> PAYMENT_OVER.contains(moment.facts().getOrDefault("to", "")))
                .map(TraceMoment::at)
                .findFirst();
    }

    /** What happened, in words. */
    public List<Event> events() {
        return moments.stream().map(Words::of).toList();
    }
}
