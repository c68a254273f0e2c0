package io.kaimen.contracts.device;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Asked by comm-service when a cabinet connects. */
public interface CabinetSessionsApi {

    /**
     * Judges a cabinet's credential and, when it is good, moves the cabinet's route to the asking
     * instance.
     */
    @PostMapping("/internal/cabinet-sessions")
    SessionAnswer open(@RequestBody OpenSession request);

    /**
     * A connecting cabinet.
     *
     * @param credentialSha256 lower-case hex of SHA-256 over the credential's characters; the
     *     credential itself goes no further than comm-service
     */
    record OpenSession(String sn, String credentialSha256, String instance) {}

    /**
     * The judgement.
     *
     * @param epoch of the new route; 0 when refused
     * @param cadence what to configure the cabinet with; null when refused
     */
    record SessionAnswer(Outcome outcome, long epoch, @Nullable Cadence cadence) {}

    /** Whether the cabinet may stay. */
    enum Outcome {
        ACCEPTED,
        UNKNOWN_CABINET,
        WRONG_CREDENTIAL,
        REVOKED
    }
}
