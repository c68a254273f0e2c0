package io.kaimen.device.cabinet;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetReported;
import io.kaimen.contracts.comm.CabinetReported.ReportedDoor;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Readings;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.service.messaging.MessageHandler;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A cabinet said what it has: a complete report is what it lacks to be online. */
@Component
class CabinetReportedHandler implements MessageHandler<CabinetReported> {

    private static final Logger log = LoggerFactory.getLogger(CabinetReportedHandler.class);
    private static final int FIRMWARE_LENGTH = 100;

    private final Cabinets cabinets;
    private final CabinetMapper mapper;
    private final Shadows shadows;
    private final AfterCommit afterCommit;
    private final Clock clock;

    CabinetReportedHandler(
            Cabinets cabinets,
            CabinetMapper mapper,
            Shadows shadows,
            AfterCommit afterCommit,
            Clock clock) {
        this.cabinets = cabinets;
        this.mapper = mapper;
        this.shadows = shadows;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.CABINET_REPORTED;
    }

    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public void handle(Envelope<CabinetReported> message) {
        CabinetReported report = message.payload();
        String sn = report.sn();
        if (cabinets.lock(sn).isEmpty()) {
            log.warn("report of unknown cabinet {}", sn);
            return;
        }
        afterCommit.run("report of " + sn, () -> observe(report));
        Set<Integer> missing = missingLanes(report);
        if (!missing.isEmpty()) {
            log.warn("{} reports without its lanes {}", sn, missing);
            return;
        }
        mapper.reported(sn, shortened(report.firmware()), clock.instant());
        cabinets.onlineIfComplete(sn, "reported its doors and lanes");
    }

    private void observe(CabinetReported report) {
        Moment at = Moment.of(report.origin());
        for (ReportedDoor door : report.doors()) {
            shadows.observe(
                    report.sn(),
                    at,
                    door.door(),
                    door.position(),
                    Readings.stable(door.lanes(), at));
        }
    }

    /** Lanes count only behind the door they are registered with. */
    private Set<Integer> missingLanes(CabinetReported report) {
        Set<Integer> missing = new HashSet<>();
        for (Layout.Door door : cabinets.layout(report.sn()).doors()) {
            Set<Integer> reported =
                    report.doors().stream()
                            .filter(d -> d.door() == door.door())
                            .flatMap(d -> d.lanes().stream())
                            .map(LaneReading::lane)
                            .collect(Collectors.toSet());
            door.lanes().stream().filter(l -> !reported.contains(l)).forEach(missing::add);
        }
        return missing;
    }

    private static String shortened(String firmware) {
        return firmware.length() > FIRMWARE_LENGTH
                ? firmware.substring(0, FIRMWARE_LENGTH)
                : firmware;
    }
}
