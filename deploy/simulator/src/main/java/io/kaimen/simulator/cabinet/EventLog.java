package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Messages.Event;
import io.kaimen.simulator.line.Line;
import io.kaimen.simulator.line.Line.Outgoing;
import io.kaimen.simulator.time.Uptime;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet's door events: numbered in each boot, kept until the server has them, sent one after
 * the other in their order.
 */
final class EventLog {

    private final String boot;
    private final Memory memory;
    private final Line line;
    private final Uptime uptime;
    private long sequence;
    private boolean online;
    private boolean underWay;

    EventLog(String boot, Memory memory, Line line, Uptime uptime) {
        this.boot = boot;
        this.memory = memory;
        this.line = line;
        this.uptime = uptime;
    }

    /** Something happened; it is kept first and sent as soon as may be. */
    void add(int door, String event, @Nullable String command) {
        sequence++;
        memory.keepEvent(new Event(boot, uptime.millis(), sequence, door, event, command));
        sendNext();
    }

    void online() {
        online = true;
        underWay = false;
        sendNext();
    }

    void offline() {
        online = false;
        underWay = false;
    }

    private void sendNext() {
        if (!online || underWay || memory.unacknowledged().isEmpty()) {
            return;
        }
        Event next = memory.unacknowledged().getFirst();
        underWay = true;
        line.send(new Outgoing("event", Messages.json(next)))
                .whenComplete((acknowledged, failure) ->
                        uptime.run(() -> {
                            if (failure == null) {
                                acknowledged(next);
                            } else {
                                // The line breaks after a failure; it goes on when
                                // it is back.
                                underWay = false;
                            }
                        }));
    }

    private void acknowledged(Event event) {
        memory.forgetEvent(event);
        underWay = false;
        sendNext();
    }
}
