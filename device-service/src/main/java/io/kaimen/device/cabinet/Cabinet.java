package io.kaimen.device.cabinet;

import static io.kaimen.contracts.device.CabinetStatus.OFFLINE;
import static io.kaimen.contracts.device.CabinetStatus.ONLINE;
import static io.kaimen.contracts.device.CabinetStatus.PENDING_INIT;
import static io.kaimen.contracts.device.CabinetStatus.REGISTERED;

import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.command.Commands;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet as registered and as it stands.
 *
 * @param warehouse the code of the warehouse that supplies it
 * @param routeInstance the comm-service instance that holds its connection; null while none does
 * @param routeEpoch how many connections it has had
 * @param planogramVersion 0 until it has a planogram
 * @param reportedAt when it last reported every door and lane it is registered with
 */
public record Cabinet(
        String sn,
        String name,
        String site,
        String warehouse,
        CabinetStatus status,
        Instant statusChangedAt,
        boolean suspended,
        @Nullable String suspensionReason,
        String credentialSha256,
        CredentialState credentialState,
        @Nullable String routeInstance,
        long routeEpoch,
        long planogramVersion,
        @Nullable String firmware,
        @Nullable Instant reportedAt) {

    private static final Map<CabinetStatus, Set<CabinetStatus>> NEXT =
            Map.of(
                    REGISTERED, Set.of(PENDING_INIT),
                    PENDING_INIT, Set.of(ONLINE),
                    ONLINE, Set.of(OFFLINE),
                    OFFLINE, Set.of(ONLINE));

    /** Whether its credential opens connections. */
    public enum CredentialState {
        ACTIVE,
        REVOKED
    }

    /**
     * @throws IllegalMove unless that status may follow
     */
    CabinetStatus moveTo(CabinetStatus to) {
        if (!NEXT.getOrDefault(status, Set.of()).contains(to)) {
            throw new IllegalMove("Cabinet " + sn, status, to);
        }
        return to;
    }

    /** Whether commands can be given to it now. */
    public boolean isReachable() {
        return status == ONLINE && routeInstance != null;
    }

    /** Where commands for it go; nowhere while it is not connected. */
    public Optional<Commands.Route> route() {
        return Optional.ofNullable(routeInstance)
                .map(instance -> new Commands.Route(sn, instance, routeEpoch));
    }

    /**
     * From when on what it says can be told from its stored messages alone: reports are not stored.
     *
     * @param earliest at which to stop going back
     */
    public Instant knownSince(Instant earliest) {
        return reportedAt == null || reportedAt.isBefore(earliest) ? earliest : reportedAt;
    }

    /** Whether all that keeps it from being online is that nobody has said so. */
    boolean couldBeOnline() {
        return (status == PENDING_INIT || status == OFFLINE)
                && routeInstance != null
                && reportedAt != null
                && planogramVersion > 0;
    }
}
