package io.kaimen.device.heartbeat;

import com.xxl.job.core.handler.annotation.XxlJob;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.shadow.Heartbeats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Marks silent cabinets offline and those heard of again online. Runs on any number of instances at
 * once. When far fewer heartbeats arrive than the online cabinets should send, our own side is at
 * fault and nobody is marked offline.
 */
@Component
class JudgeHeartbeats {

    private static final Logger log = LoggerFactory.getLogger(JudgeHeartbeats.class);
    private static final int BATCH = 200;

    private final Heartbeats heartbeats;
    private final Cabinets cabinets;
    private final TransactionTemplate transaction;
    private final DeviceProperties properties;
    private final Clock clock;

    JudgeHeartbeats(
            Heartbeats heartbeats,
            Cabinets cabinets,
            TransactionTemplate transaction,
            DeviceProperties properties,
            Clock clock) {
        this.heartbeats = heartbeats;
        this.cabinets = cabinets;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /** The scheduled look at all heartbeats. */
    @XxlJob("judgeHeartbeats")
    public void judge() {
        Optional<Instant> judgedFrom = heartbeats.judgedFrom();
        if (judgedFrom.isEmpty()) {
            // Redis was lost: that nothing is known of a cabinet is no sign that it is silent.
            return;
        }
        Instant silentSince = clock.instant().minus(properties.heartbeats().silent());
        bringBack(silentSince);
        Instant lastMinute =
                clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES);
        // A minute that was not counted from its beginning says nothing of our side.
        if (!lastMinute.isBefore(judgedFrom.get()) && !ourSideIsAtFault(lastMinute)) {
            markOffline(silentSince);
        }
    }

    private boolean ourSideIsAtFault(Instant lastMinute) {
        double perMinute =
                (double) Duration.ofMinutes(1).toMillis()
                        / properties.cadence().heartbeat().toMillis();
        double expected = cabinets.onlineSince(lastMinute) * perMinute;
        long counted = heartbeats.countedInMinuteOf(lastMinute);
        boolean atFault = counted < expected * properties.heartbeats().expectedShare();
        if (atFault && heartbeats.protectionBegins()) {
            log.error(
                    "ALERT self-protection: {} heartbeats in the last minute instead of {}; no cabinet is marked offline until they are back",
                    counted,
                    expected);
        } else if (!atFault && heartbeats.protectionEnds()) {
            log.warn("self-protection ends: {} of {} heartbeats are back", counted, expected);
        }
        return atFault;
    }

    private void markOffline(Instant silentSince) {
        List<String> silent;
        do {
            silent = heartbeats.takeSilentSince(silentSince, BATCH);
            Set<String> back = heartbeats.heardOfSince(silentSince, silent);
            for (String sn : silent) {
                if (!back.contains(sn)) {
                    markOffline(sn);
                }
                heartbeats.judged(sn);
            }
        } while (silent.size() == BATCH);
    }

    private void markOffline(String sn) {
        transaction.executeWithoutResult(status ->
                cabinets.lock(sn)
                        .filter(c -> c.status() == CabinetStatus.ONLINE)
                        .ifPresent(c ->
                                cabinets.move(
                                        c,
                                        CabinetStatus.OFFLINE,
                                        "silent for more than "
                                                + properties.heartbeats().silent().toSeconds()
                                                + " s")));
    }

    private void bringBack(Instant silentSince) {
        String after = "";
        List<String> offline;
        do {
            offline = cabinets.withStatus(CabinetStatus.OFFLINE, after, BATCH);
            for (String sn : heartbeats.heardOfSince(silentSince, offline)) {
                transaction.executeWithoutResult(
                        status -> cabinets.onlineIfComplete(sn, "heartbeats again"));
            }
            if (!offline.isEmpty()) {
                after = offline.getLast();
            }
        } while (offline.size() == BATCH);
    }
}
