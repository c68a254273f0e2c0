package io.kaimen.contracts.channel;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Authorisations at the platforms: WeChat Pay Score orders, Alipay credit orders. */
public interface AuthorisationsApi {

    /**
     * Asks the platform to vouch. The same order number asking again gets the same answer: safe to
     * repeat.
     */
    @PostMapping("/internal/authorisations")
    AuthorisationAnswer create(@RequestBody CreateAuthorisation request);

    /** Asks the platform how the order stands there. */
    @GetMapping("/internal/authorisations/{platform}/{orderNo}")
    PlatformOrder query(
            @PathVariable("platform") Platform platform, @PathVariable("orderNo") String orderNo);

    /**
     * Ends the authorisation without a charge. Repeating it, or ending one that never was, changes
     * nothing.
     */
    @PostMapping("/internal/authorisations/cancel")
    PlatformOrder cancel(@RequestBody CancelAuthorisation request);

    /**
     * Who opens which door.
     *
     * @param openid the shopper at the platform
     * @param place for the shopper's order page: site and cabinet
     */
    record CreateAuthorisation(
            String orderNo,
            Platform platform,
            String openid,
            String sn,
            int door,
            String place,
            Instant startAt) {}

    /** Which authorisation to end, and why, for the shopper. */
    record CancelAuthorisation(String orderNo, Platform platform, String reason) {}

    /**
     * What the front end needs, or the refusal.
     *
     * @param frontEnd parameters of the platform's page ({@code package} and so on for WeChat);
     *     empty when refused
     * @param refusal what to tell the shopper, in plain words; null when created
     */
    record AuthorisationAnswer(
            Outcome outcome, Map<String, String> frontEnd, @Nullable String refusal) {}

    /** Whether the platform took the request. */
    enum Outcome {
        CREATED,
        /** The platform does not vouch for this shopper now. */
        REFUSED
    }

    /**
     * An order as the platform sees it.
     *
     * @param total what was or is to be collected; null before a capture
     * @param transactionId the platform's; null before it is paid
     */
    record PlatformOrder(
            String orderNo,
            Platform platform,
            State state,
            @Nullable Money total,
            @Nullable String transactionId,
            @Nullable Instant paidAt) {

        /** The platforms' states in one language. */
        public enum State {
            NOT_FOUND,
            /** Waits for the shopper. */
            CREATED,
            /** The shopper confirmed: vouched for. */
            AUTHORISED,
            /** A capture was accepted and is being collected. */
            CAPTURING,
            PAID,
            /** Completed with nothing to collect. */
            NOTHING_DUE,
            CANCELLED,
            EXPIRED
        }
    }
}
