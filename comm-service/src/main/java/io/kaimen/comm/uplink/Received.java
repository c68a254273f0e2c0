package io.kaimen.comm.uplink;

import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.comm.Origin;
import java.time.Instant;

/**
 * A published message as it came off the socket.
 *
 * @param at when it was read, by server time
 */
record Received(CabinetSession session, String instance, byte[] payload, Instant at) {

    String sn() {
        return session.sn();
    }

    Origin origin(String boot, long sequence, long uptimeMillis) {
        return new Origin(boot, sequence, uptimeMillis, at, instance, session.epoch());
    }
}
