package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.device.alarm.Alarms;
import io.kaimen.device.command.Commands;
import io.kaimen.device.session.BasketMapper.BasketRow;
import io.kaimen.device.session.DoorSessionView.BasketView;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what is known of a door session. */
@Component
class DoorSessionViews {

    private static final TypeReference<List<LaneWeights>> WEIGHTS = new TypeReference<>() {};
    private static final TypeReference<List<Flag>> FLAGS = new TypeReference<>() {};

    private final DoorSessions sessions;
    private final Commands commands;
    private final DoorEventMapper events;
    private final BasketMapper baskets;
    private final Alarms alarms;
    private final JsonMapper json;

    DoorSessionViews(
            DoorSessions sessions,
            Commands commands,
            DoorEventMapper events,
            BasketMapper baskets,
            Alarms alarms,
            JsonMapper json) {
        this.sessions = sessions;
        this.commands = commands;
        this.events = events;
        this.baskets = baskets;
        this.alarms = alarms;
        this.json = json;
    }

    Optional<DoorSessionView> of(String orderNo) {
        return sessions.find(orderNo).map(this::view);
    }

    private DoorSessionView view(DoorSession session) {
        String orderNo = session.orderNo();
        return new DoorSessionView(
                orderNo,
                session.sn(),
                session.door(),
                session.place().site(),
                session.place().region(),
                session.place().partner(),
                session.fence(),
                session.state(),
                session.stateChangedAt(),
                session.opened(),
                session.closed(),
                session.cancelledAt(),
                sessions.moves(orderNo),
                session.lanes(),
                session.baseline(),
                commands.ofOrder(orderNo),
                events.ofOrder(orderNo),
                alarms.ofOrder(orderNo),
                sessions.evidence(orderNo).orElse(null),
                baskets.find(orderNo).map(this::basket).orElse(null));
    }

    private BasketView basket(BasketRow row) {
        return new BasketView(
                baskets.lines(row.orderNo()),
                row.totalFen(),
                json.readValue(row.lanesJson(), WEIGHTS),
                json.readValue(row.flagsJson(), FLAGS),
                row.algorithm(),
                row.settledAt());
    }
}
