package io.kaimen.device.trace;

import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracePart;
import io.kaimen.contracts.trace.TraceSource;
import io.kaimen.device.alarm.Alarms;
import io.kaimen.device.command.Commands;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.StableWeight;
import io.kaimen.device.trace.LaneTable.Decided;
import io.kaimen.device.trace.TraceMapper.BasketRow;
import io.kaimen.device.trace.TraceMapper.EventRow;
import io.kaimen.device.trace.TraceMapper.ReadingRow;
import io.kaimen.device.trace.TraceMapper.SessionRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what is known of an order's door. */
@Component
class TraceDoor {

    /** Points of a lane's curve; more readings are thinned. */
    static final int MOST_POINTS = 2000;

    private static final Duration BEFORE_COMMAND = Duration.ofSeconds(10);

    /** A door left open for hours is abnormal after 30 minutes; its curve need not go on. */
    private static final Duration LONGEST = Duration.ofMinutes(45);

    private static final Duration AFTER_CLOSE = Duration.ofSeconds(15);
    private static final TypeReference<List<PricedLane>> LANES = new TypeReference<>() {};
    private static final TypeReference<List<StableWeight>> BASELINE = new TypeReference<>() {};
    private static final TypeReference<List<LaneWeights>> WEIGHTS = new TypeReference<>() {};
    private static final TypeReference<List<Flag>> FLAGS = new TypeReference<>() {};

    private final TraceMapper rows;
    private final Commands commands;
    private final Alarms alarms;
    private final JsonMapper json;
    private final Clock clock;

    TraceDoor(TraceMapper rows, Commands commands, Alarms alarms, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.commands = commands;
        this.alarms = alarms;
        this.json = json;
        this.clock = clock;
    }

    /** Empty when the order's door was never to be opened. */
    TracePart of(String orderNo) {
        return rows.session(orderNo).map(this::part).orElseGet(() -> TracePart.of(List.of()));
    }

    private TracePart part(SessionRow session) {
        String orderNo = session.orderNo();
        Optional<BasketRow> basket = rows.basket(orderNo);
        LaneTable table =
                new LaneTable(
                        json.readValue(session.lanesJson(), LANES),
                        json.readValue(session.baselineJson(), BASELINE),
                        basket.map(b -> decided(orderNo, b)).orElse(null));
        List<ReadingRow> readings = readings(session, table.lanes());
        List<EventRow> events = rows.events(orderNo);
        CabinetClock cabinet = new CabinetClock();
        readings.forEach(r -> cabinet.heard(r.bootId(), r.uptimeMillis(), r.receivedAt()));
        events.forEach(e -> cabinet.heard(e.bootId(), e.uptimeMillis(), e.receivedAt()));
        List<TraceMoment> moments = new ArrayList<>();
        rows.moves(orderNo).forEach(move -> moments.add(DoorMoments.of(move)));
        commands.ofOrder(orderNo).forEach(command -> moments.addAll(DoorMoments.of(command)));
        events.forEach(event -> moments.add(DoorMoments.of(event, madeAt(event, cabinet))));
        alarms.ofOrder(orderNo).forEach(alarm -> moments.add(DoorMoments.of(alarm)));
        basket.ifPresent(decided -> moments.add(moment(decided, table.basket())));
        rows.decisions(orderNo).forEach(decision -> moments.add(DoorMoments.of(decision)));
        return new TracePart(moments, table.with(readings, cabinet));
    }

    private static Instant madeAt(EventRow event, CabinetClock cabinet) {
        return cabinet.at(event.bootId(), event.uptimeMillis(), event.receivedAt());
    }

    private Decided decided(String orderNo, BasketRow basket) {
        return new Decided(
                json.readValue(basket.lanesJson(), WEIGHTS),
                json.readValue(basket.flagsJson(), FLAGS),
                rows.taken(orderNo));
    }

    private static TraceMoment moment(BasketRow basket, @Nullable Decided decided) {
        var moment =
                TraceMoment.of(basket.settledAt(), TraceSource.DEVICE, TraceKind.BASKET_DECIDED)
                        .with("algorithm", basket.algorithm())
                        .with("totalFen", basket.totalFen());
        if (decided == null) {
            return moment;
        }
        return moment.with("units", decided.taken().stream().mapToInt(t -> t.quantity()).sum())
                .with("flags", decided.flags().isEmpty() ? null : inWords(decided.flags()));
    }

    private static String inWords(List<Flag> flags) {
        return flags.stream()
                .map(f -> "lane %d %s %s g".formatted(f.lane(), f.kind(), f.grams()))
                .collect(Collectors.joining(", "));
    }

    private List<ReadingRow> readings(SessionRow session, List<Integer> lanes) {
        Instant commanded = session.commandIssuedAt();
        if (commanded == null || lanes.isEmpty()) {
            return List.of();
        }
        Instant from = commanded.minus(BEFORE_COMMAND);
        Instant end = end(session);
        Instant last = from.plus(LONGEST);
        return rows.readings(
                session.sn(), lanes, from, end.isBefore(last) ? end : last, MOST_POINTS);
    }

    /** Of an open door until now; the next shopper's readings are not this order's. */
    private Instant end(SessionRow session) {
        Instant closed = session.closedAt();
        Instant over =
                switch (session.state()) {
                    case "OPENING", "OPENED" -> clock.instant();
                    default ->
                            (closed == null ? session.stateChangedAt() : closed).plus(AFTER_CLOSE);
                };
        Instant next = rows.nextCommandAt(session.sn(), session.door(), session.fence());
        return next == null || over.isBefore(next) ? over : next;
    }
}
