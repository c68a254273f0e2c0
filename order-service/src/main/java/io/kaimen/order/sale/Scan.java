package io.kaimen.order.sale;

import io.kaimen.contracts.Platform;
import java.time.Instant;

/**
 * Who is at which door.
 *
 * @param place site and cabinet, for people
 */
public record Scan(
        String shopperId,
        Platform platform,
        String sn,
        int door,
        String place,
        Instant scannedAt) {}
