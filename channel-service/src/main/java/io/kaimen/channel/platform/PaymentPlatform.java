package io.kaimen.channel.platform;

import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import java.util.Map;

/**
 * One payment platform. Requests are written first and sent second: whoever asks keeps the text and
 * repeats it word for word, because platforms take a repeat for the same thing only then.
 *
 * <p>Every call throws {@link PlatformUnclear} when nobody can tell whether it happened, and {@link
 * PlatformRejected} when the platform took offence at the request itself.
 */
public interface PaymentPlatform {

    Platform platform();

    /** Writes the request that asks to vouch for a shopper. */
    String authorisationRequest(CreateAuthorisation wanted);

    /** Asks to vouch; the same text again gets the same answer. */
    Vouching authorise(String orderNo, String request);

    /** Asks how the order stands. */
    PlatformOrder query(String orderNo);

    /**
     * Ends the authorisation without a charge, when that is still possible; answers how it stands.
     */
    PlatformOrder cancel(String orderNo, String reason);

    /** Writes the request that collects for an order. */
    String captureRequest(Capture wanted);

    /** Collects, unless the order shows that it was asked before; the text may be repeated. */
    Collecting capture(String orderNo, String request);

    /** Whether the platform vouches. */
    sealed interface Vouching {

        /**
         * It will, once the shopper confirms.
         *
         * @param frontEnd what the platform's page needs
         */
        record Created(Map<String, String> frontEnd) implements Vouching {}

        /**
         * It does not.
         *
         * @param plainWords for the shopper
         */
        record Refused(String plainWords) implements Vouching {}
    }

    /** What became of a capture. */
    sealed interface Collecting {

        /** How the order stands after asking; not necessarily collected yet. */
        record Asked(PlatformOrder order) implements Collecting {}

        /**
         * The platform will not collect this.
         *
         * @param reason for operators
         */
        record Refused(String reason) implements Collecting {}
    }
}
