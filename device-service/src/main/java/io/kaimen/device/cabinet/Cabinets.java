package io.kaimen.device.cabinet;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.contracts.device.CabinetStatusChanged;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.cabinet.CabinetMapper.LaneRow;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.service.messaging.Outbox;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The registered cabinets. */
@Component
public class Cabinets {

    private final CabinetMapper mapper;
    private final Shadows shadows;
    private final Outbox outbox;
    private final AfterCommit afterCommit;
    private final Clock clock;

    Cabinets(
            CabinetMapper mapper,
            Shadows shadows,
            Outbox outbox,
            AfterCommit afterCommit,
            Clock clock) {
        this.mapper = mapper;
        this.shadows = shadows;
        this.outbox = outbox;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    public Optional<Cabinet> find(String sn) {
        return mapper.find(sn);
    }

    /**
     * @throws UnknownCabinet without it
     */
    public Cabinet get(String sn) {
        return find(sn).orElseThrow(() -> new UnknownCabinet(sn));
    }

    /** Reads a cabinet and keeps it from changing until the transaction ends. */
    public Optional<Cabinet> lock(String sn) {
        return mapper.lock(sn);
    }

    public Layout layout(String sn) {
        List<LaneRow> lanes = mapper.lanes(sn);
        return new Layout(
                mapper.doors(sn).stream()
                        .map(door -> new Layout.Door(door, lanesOf(door, lanes)))
                        .toList());
    }

    private static List<Integer> lanesOf(int door, List<LaneRow> lanes) {
        return lanes.stream().filter(l -> l.door() == door).map(LaneRow::lane).toList();
    }

    /**
     * Moves a cabinet's status, tells the others, and the shadow after the commit.
     *
     * @throws io.kaimen.service.state.IllegalMove unless that status may follow
     * @throws StaleMove when it has another status meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Cabinet cabinet, CabinetStatus to, String cause) {
        String sn = cabinet.sn();
        Instant now = clock.instant();
        StaleMove.unlessOne(
                mapper.move(sn, cabinet.status(), cabinet.moveTo(to), now), "Cabinet " + sn);
        mapper.recordMove(sn, cabinet.status(), to, cause, now);
        outbox.publish(
                Topic.CABINET_STATUS_CHANGED,
                sn,
                new CabinetStatusChanged(sn, cabinet.status(), to, now, cause));
        afterCommit.run("status of " + sn, () -> shadows.status(sn, to));
    }

    /** Brings a cabinet online when nothing is missing for that any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void onlineIfComplete(String sn, String cause) {
        mapper.lock(sn)
                .filter(Cabinet::couldBeOnline)
                .ifPresent(cabinet -> move(cabinet, CabinetStatus.ONLINE, cause));
    }

    /** Remembers a planogram's new version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setPlanogramVersion(String sn, long version) {
        mapper.setPlanogramVersion(sn, version, clock.instant());
    }

    /** How many are online and were so at that time. */
    public long onlineSince(Instant since) {
        return mapper.onlineSince(since);
    }

    /** Serial numbers of a status in order, a page at a time. */
    public List<String> withStatus(CabinetStatus status, String after, int limit) {
        return mapper.withStatus(status, after, limit);
    }
}
