package io.kaimen.contracts.comm;

import java.time.Instant;

/**
 * A cabinet's MQTT connection ended; says nothing of newer connections of the same cabinet.
 *
 * @param reason why, for people: closed, keep-alive missed, taken over, revoked, drained
 */
public record CabinetGone(String sn, String instance, long epoch, Instant goneAt, String reason) {}
