package io.kaimen.device.session;

import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.device.LiveDoorsApi;
import io.kaimen.device.basket.LaneTake;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.LatestReadings;
import io.kaimen.device.shadow.LatestReadings.Reading;
import io.kaimen.device.shadow.StableWeight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what an open door's scales say while the shopper still decides. */
@RestController
class LiveDoorsController implements LiveDoorsApi {

    private final DoorSessions sessions;
    private final LatestReadings latest;
    private final WorkOutBasket workOut;

    LiveDoorsController(DoorSessions sessions, LatestReadings latest, WorkOutBasket workOut) {
        this.sessions = sessions;
        this.latest = latest;
        this.workOut = workOut;
    }

    @Override
    public LiveDoor live(String orderNo) {
        DoorSession session = sessions.find(orderNo).orElseThrow(() -> new UnknownSession(orderNo));
        Reading reading =
                latest.of(session.sn(), session.door())
                        .filter(found -> session.beganBefore(found.at().receivedAt()))
                        .orElse(null);
        List<LiveLane> lanes =
                session.lanes().stream().flatMap(lane -> lane(session, lane, reading)).toList();
        return new LiveDoor(reading == null ? null : reading.at().receivedAt(), lanes);
    }

    private Stream<LiveLane> lane(DoorSession session, PricedLane lane, @Nullable Reading reading) {
        Optional<LaneReading> now =
                Optional.ofNullable(reading).flatMap(found -> found.of(lane.lane()));
        return session.baseline().stream()
                .filter(weight -> weight.lane() == lane.lane())
                .mapToDouble(StableWeight::grams)
                .mapToObj(before -> live(lane, before, now.orElse(null)));
    }

    private LiveLane live(PricedLane lane, double before, @Nullable LaneReading now) {
        LaneTake take = workOut.explain(lane, before, now == null ? before : now.grams());
        return new LiveLane(
                lane.lane(),
                lane.sku(),
                lane.productName(),
                lane.photoUrl(),
                lane.price(),
                before,
                now == null ? null : now.grams(),
                now != null && now.stable(),
                take.quantity(),
                take.confidence());
    }
}
