package io.kaimen.channel.callback;

import io.kaimen.channel.authorisation.Authorisation;
import io.kaimen.channel.authorisation.AuthorisationStatus;
import io.kaimen.channel.authorisation.Authorisations;
import io.kaimen.channel.callback.NotificationMapper.Heard;
import io.kaimen.channel.capture.CaptureRequest;
import io.kaimen.channel.capture.CaptureStatus;
import io.kaimen.channel.capture.Captures;
import io.kaimen.contracts.Platform;
import io.kaimen.service.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what was asked of a platform for an order, and what it told us. */
@RestController
class PlatformTrailController {

    private final Authorisations authorisations;
    private final Captures captures;
    private final NotificationMapper notifications;

    PlatformTrailController(
            Authorisations authorisations, Captures captures, NotificationMapper notifications) {
        this.authorisations = authorisations;
        this.captures = captures;
        this.notifications = notifications;
    }

    /**
     * An order at its platform, without what identifies the shopper.
     *
     * @param refusal why the platform did not vouch; null when it did
     * @param capture null before anything was to be collected
     * @param notifications oldest first
     */
    record Trail(
            String orderNo,
            Platform platform,
            AuthorisationStatus authorisation,
            @Nullable String refusal,
            Instant askedAt,
            @Nullable Collection capture,
            List<Heard> notifications) {}

    /** What was to be collected, in fen, and what became of it. */
    record Collection(
            CaptureStatus status,
            long totalFen,
            @Nullable String transactionId,
            @Nullable String refusal,
            Instant askedAt,
            Instant changedAt) {

        static Collection of(CaptureRequest capture) {
            return new Collection(
                    capture.status(),
                    capture.totalFen(),
                    capture.transactionId(),
                    capture.refusal(),
                    capture.createdAt(),
                    capture.updatedAt());
        }
    }

    /** No platform was ever asked about such an order. */
    static final class UnknownOrder extends Problem {

        private static final long serialVersionUID = 1;

        UnknownOrder(String orderNo) {
            super(
                    HttpStatus.NOT_FOUND,
                    "authorisation-not-found",
                    "No platform was asked to vouch for order %s.".formatted(orderNo));
        }
    }

    @GetMapping("/admin/authorisations/{orderNo}")
    Trail trail(@PathVariable String orderNo) {
        Authorisation asked =
                authorisations.find(orderNo).orElseThrow(() -> new UnknownOrder(orderNo));
        return new Trail(
                orderNo,
                asked.platform(),
                asked.status(),
                asked.refusal(),
                asked.createdAt(),
                captures.find(orderNo).map(Collection::of).orElse(null),
                notifications.about(asked.platform(), orderNo));
    }
}
