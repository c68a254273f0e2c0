package io.kaimen.device.session;

import io.kaimen.contracts.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code door_session}. */
record DoorSessionRow(
        String orderNo,
        String shopperId,
        Platform platform,
        String sn,
        int door,
        String site,
        String region,
        String partner,
        long fence,
        String lockToken,
        DoorSessionState state,
        Instant stateChangedAt,
        @Nullable String commandId,
        @Nullable Instant commandIssuedAt,
        String lanesJson,
        String baselineJson,
        @Nullable String openedBoot,
        @Nullable Long openedUptime,
        @Nullable Instant openedAt,
        @Nullable String closedBoot,
        @Nullable Long closedUptime,
        @Nullable Instant closedAt,
        @Nullable Instant cancelledAt) {}
