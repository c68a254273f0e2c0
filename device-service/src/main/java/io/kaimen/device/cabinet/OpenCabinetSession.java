package io.kaimen.device.cabinet;

import io.kaimen.contracts.device.CabinetSessionsApi.OpenSession;
import io.kaimen.contracts.device.CabinetSessionsApi.Outcome;
import io.kaimen.contracts.device.CabinetSessionsApi.SessionAnswer;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinet.CredentialState;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges a connecting cabinet's credential and moves its route to the asking instance. */
@Component
class OpenCabinetSession {

    private final CabinetMapper mapper;
    private final Routes routes;
    private final AfterCommit afterCommit;
    private final DeviceProperties properties;
    private final MeterRegistry metrics;

    OpenCabinetSession(
            CabinetMapper mapper,
            Routes routes,
            AfterCommit afterCommit,
            DeviceProperties properties,
            MeterRegistry metrics) {
        this.mapper = mapper;
        this.routes = routes;
        this.afterCommit = afterCommit;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Transactional
    public SessionAnswer open(OpenSession request) {
        Outcome outcome = judge(request);
        metrics.counter("kaimen.device.cabinet.sessions", "outcome", outcome.name()).increment();
        if (outcome != Outcome.ACCEPTED) {
            return new SessionAnswer(outcome, 0, null);
        }
        // Under the row's lock since the update: this is the epoch it made.
        long epoch = mapper.routeEpoch(request.sn());
        afterCommit.run(
                "route of " + request.sn(),
                () -> routes.move(request.sn(), request.instance(), epoch));
        return new SessionAnswer(outcome, epoch, properties.cadence().toCadence());
    }

    private Outcome judge(OpenSession request) {
        Optional<Cabinet> found = mapper.find(request.sn());
        if (found.isEmpty()) {
            return Outcome.UNKNOWN_CABINET;
        }
        Cabinet cabinet = found.get();
        if (!Credential.sameHash(cabinet.credentialSha256(), request.credentialSha256())) {
            return Outcome.WRONG_CREDENTIAL;
        }
        if (cabinet.credentialState() == CredentialState.REVOKED) {
            return Outcome.REVOKED;
        }
        // The credential may be rotated or revoked between the look and the move.
        int moved = mapper.moveRoute(request.sn(), request.credentialSha256(), request.instance());
        return moved == 1 ? Outcome.ACCEPTED : Outcome.WRONG_CREDENTIAL;
    }
}
