package io.kaimen.contracts.device;

import java.time.Instant;

/**
 * A cabinet's status moved.
 *
 * @param cause for people
 */
public record CabinetStatusChanged(
        String sn, CabinetStatus from, CabinetStatus to, Instant changedAt, String cause) {}
