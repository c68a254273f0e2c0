package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Messages.Heartbeat;
import io.kaimen.simulator.cabinet.Messages.Report;
import io.kaimen.simulator.cabinet.Messages.Weights;
import io.kaimen.simulator.line.Line;
import io.kaimen.simulator.line.Line.Outgoing;
import io.kaimen.simulator.time.Uptime;
import io.kaimen.simulator.time.Uptime.Timer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a cabinet says by itself, at the cadence it was told: that it lives, and what its scales
 * read; often while a door is open and for a while after it has closed.
 */
final class Telemetry {

    /** Readings the server has not acknowledged; with more, new ones are skipped. */
    private static final int MOST_UNDER_WAY = 16;

    private final String boot;
    private final String firmware;
    private final Line line;
    private final Uptime uptime;
    private final List<Door> doors;
    private final CalendarClock calendar;
    private final Map<Integer, Long> streamUntil = new TreeMap<>();
    private Cadence cadence = Cadence.DEFAULT;
    private @Nullable Timer heartbeat;
    private @Nullable Timer closedWeights;
    private long closedWeighedAt;
    private boolean online;
    private int underWay;

    Telemetry(
            String boot,
            String firmware,
            Line line,
            Uptime uptime,
            List<Door> doors,
            CalendarClock calendar) {
        this.boot = boot;
        this.firmware = firmware;
        this.line = line;
        this.uptime = uptime;
        this.doors = doors;
        this.calendar = calendar;
    }

    Cadence cadence() {
        return cadence;
    }

    /** Reports, and starts beating: the first beat fetches the server's time. */
    void online() {
        online = true;
        underWay = 0;
        send(
                "report",
                new Report(
                        boot, uptime.millis(), firmware, Doors.readings(doors, uptime.millis())));
        beat();
        weighClosed();
    }

    void offline() {
        online = false;
        cancel(heartbeat);
        cancel(closedWeights);
    }

    void configure(Cadence configured) {
        cadence = configured;
        if (online) {
            cancel(heartbeat);
            cancel(closedWeights);
            heartbeat = uptime.after(cadence.heartbeatMs(), this::beat);
            closedWeights = uptime.after(cadence.closedWeightsMs(), this::weighClosed);
        }
    }

    /** A door was pulled: its lanes are read often from now on. */
    void opened(Door door) {
        boolean streaming = streamUntil.put(door.number(), Long.MAX_VALUE) != null;
        if (!streaming) {
            stream(door);
        }
    }

    /** It was closed: its lanes are read often for a while longer. */
    void closed(Door door) {
        streamUntil.replace(door.number(), uptime.millis() + cadence.afterCloseMs());
    }

    private void stream(Door door) {
        Long until = streamUntil.get(door.number());
        if (until == null || uptime.millis() > until) {
            streamUntil.remove(door.number());
            return;
        }
        weigh(door);
        uptime.after(cadence.openWeightsMs(), () -> stream(door));
    }

    private void beat() {
        heartbeat = uptime.after(cadence.heartbeatMs(), this::beat);
        // Weights of closed doors ride along when they are due by the next beat.
        boolean weightsDue =
                uptime.millis() - closedWeighedAt + cadence.heartbeatMs() / 2
                        >= cadence.closedWeightsMs();
        List<Door> closed =
                doors.stream().filter(door -> !streamUntil.containsKey(door.number())).toList();
        if (weightsDue && !closed.isEmpty()) {
            closedWeighedAt = uptime.millis();
        }
        send(
                "heartbeat",
                new Heartbeat(
                        boot,
                        uptime.millis(),
                        weightsDue ? Doors.readings(closed, uptime.millis()) : null,
                        calendar.shown()));
    }

    /** Only when weights are wanted more often than heartbeats; otherwise they ride along. */
    private void weighClosed() {
        closedWeights = uptime.after(cadence.closedWeightsMs(), this::weighClosed);
        if (cadence.closedWeightsMs() < cadence.heartbeatMs()) {
            closedWeighedAt = uptime.millis();
            doors.stream()
                    .filter(door -> !streamUntil.containsKey(door.number()))
                    .forEach(this::weigh);
        }
    }

    private void weigh(Door door) {
        if (!online || underWay >= MOST_UNDER_WAY || door.lanes().isEmpty()) {
            return;
        }
        underWay++;
        line.send(
                        new Outgoing(
                                "weights",
                                Messages.json(
                                        new Weights(
                                                boot,
                                                uptime.millis(),
                                                door.number(),
                                                Doors.state(door),
                                                Doors.lanes(door, uptime.millis())))))
                .whenComplete((acknowledged, failure) ->
                        uptime.run(() -> underWay = Math.max(0, underWay - 1)));
    }

    private void send(String kind, Object message) {
        var _ = line.send(new Outgoing(kind, Messages.json(message)));
    }

    private static void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
