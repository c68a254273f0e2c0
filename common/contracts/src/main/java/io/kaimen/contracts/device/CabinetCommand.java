package io.kaimen.contracts.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command for a cabinet, to be given by exactly the instance that holds it; never queued for an
 * absent cabinet.
 *
 * @param commandId a cabinet obeys an id once
 * @param instance the comm-service instance that held the cabinet when this was sent; also the
 *     message's RocketMQ tag
 * @param expiresAt past this nobody gives or obeys it, by server time
 * @param door the door concerned; 0 for the whole cabinet
 * @param cadence only with CONFIGURE
 */
public record CabinetCommand(
        String commandId,
        String sn,
        String instance,
        long epoch,
        Kind kind,
        int door,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Cadence cadence) {

    /** What to do. */
    public enum Kind {
        OPEN_DOOR,
        QUERY_DOOR,
        CONFIGURE,
        /** Comm-service ends the connection: the credential was revoked. */
        DISCONNECT
    }
}
