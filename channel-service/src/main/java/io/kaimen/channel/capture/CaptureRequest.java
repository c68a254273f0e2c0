package io.kaimen.channel.capture;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we asked a platform to collect for an order, and how far it is.
 *
 * @param request what the platform was sent, word for word
 * @param transactionId the platform's; null until paid
 * @param refusal for operators; null unless refused
 */
public record CaptureRequest(
        String orderNo,
        Platform platform,
        CaptureStatus status,
        long totalFen,
        String request,
        @Nullable String transactionId,
        @Nullable String refusal,
        Instant createdAt,
        Instant updatedAt) {

    public Money total() {
        return Money.ofFen(totalFen);
    }

    CaptureRequest moveTo(
            CaptureStatus to,
            @Nullable String transactionId,
            @Nullable String refusal,
            Instant now) {
        if (!status.next().contains(to)) {
            throw new IllegalMove("Capture " + orderNo, status, to);
        }
        return new CaptureRequest(
                orderNo, platform, to, totalFen, request, transactionId, refusal, createdAt, now);
    }
}
