package io.kaimen.contracts.comm;

import java.time.Instant;

/**
 * A cabinet's MQTT connection was authenticated and accepted.
 *
 * @param epoch rises with every connection of this cabinet, also across the loss of Redis
 */
public record CabinetConnected(String sn, String instance, long epoch, Instant connectedAt) {}
