package io.kaimen.device.cabinet;

import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.device.audit.Audit;
import io.kaimen.device.cabinet.Cabinet.CredentialState;
import io.kaimen.device.command.Commands;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator changes about a registered cabinet: its credential and whether it sells. */
@Component
class ChangeCabinet {

    private static final Duration DISCONNECT_EXPIRY = Duration.ofMinutes(1);

    private final Cabinets cabinets;
    private final CabinetMapper mapper;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    ChangeCabinet(
            Cabinets cabinets, CabinetMapper mapper, Commands commands, Audit audit, Clock clock) {
        this.cabinets = cabinets;
        this.mapper = mapper;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a new credential, also after a revocation. The old one opens no connection any more;
     * one that is open stays.
     */
    @Transactional
    public Credential rotateCredential(String sn, String who) {
        Cabinet cabinet = locked(sn);
        Credential credential = Credential.random();
        mapper.setCredential(sn, credential.sha256(), CredentialState.ACTIVE, clock.instant());
        audit.record(
                who,
                "rotate-credential",
                "cabinet " + sn,
                cabinet.credentialState(),
                CredentialState.ACTIVE);
        return credential;
    }

    /** Takes the credential's effect and cuts the cabinet off. */
    @Transactional
    public void revokeCredential(String sn, String who) {
        Cabinet cabinet = locked(sn);
        mapper.setCredential(
                sn, cabinet.credentialSha256(), CredentialState.REVOKED, clock.instant());
        audit.record(
                who,
                "revoke-credential",
                "cabinet " + sn,
                cabinet.credentialState(),
                CredentialState.REVOKED);
        cabinet.route()
                .ifPresent(route ->
                        commands.issue(
                                route, CabinetCommand.Kind.DISCONNECT, 0, null, DISCONNECT_EXPIRY));
    }

    /**
     * Stops or resumes selling; running purchases finish.
     *
     * @param reason for people
     */
    record Suspension(boolean suspended, @Nullable String reason) {}

    @Transactional
    public void suspend(String sn, Suspension wanted, String who) {
        Cabinet cabinet = locked(sn);
        mapper.suspend(
                sn, wanted.suspended, wanted.suspended ? wanted.reason : null, clock.instant());
        audit.record(
                who,
                wanted.suspended ? "suspend-cabinet" : "resume-cabinet",
                "cabinet " + sn,
                new Suspension(cabinet.suspended(), cabinet.suspensionReason()),
                wanted);
    }

    private Cabinet locked(String sn) {
        return cabinets.lock(sn).orElseThrow(() -> new UnknownCabinet(sn));
    }
}
