package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Messages.Answer;
import io.kaimen.simulator.cabinet.Messages.Down.Open;
import io.kaimen.simulator.cabinet.Messages.Down.Query;
import io.kaimen.simulator.line.Line;
import io.kaimen.simulator.line.Line.Outgoing;
import io.kaimen.simulator.time.Uptime;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Obeys the server's commands: each id once, none past its expiry, and none while the server's time
 * is unknown.
 */
final class CommandDesk {

    private final String boot;
    private final Memory memory;
    private final Line line;
    private final Uptime uptime;
    private final ServerTime serverTime;
    private final Map<Integer, Door> doors;
    private final EventLog events;

    CommandDesk(
            String boot,
            Memory memory,
            Line line,
            Uptime uptime,
            ServerTime serverTime,
            Map<Integer, Door> doors,
            EventLog events) {
        this.boot = boot;
        this.memory = memory;
        this.line = line;
        this.uptime = uptime;
        this.serverTime = serverTime;
        this.doors = doors;
        this.events = events;
    }

    void open(Open command, long unlockWindowMillis) {
        Door door = doors.get(command.door());
        if (memory.obeyed(command.command())) {
            // It came again, for its answer was lost on the way.
            answer(command.command(), "acknowledged", "obeyed before");
        } else if (rejected(command.command(), command.expiresAt())) {
            return;
        } else if (door == null) {
            answer(command.command(), "refused", "no such door");
        } else if (door.seen() != Door.Position.CLOSED) {
            answer(command.command(), "refused", "door is " + Doors.word(door.seen()));
        } else {
            memory.keepObeyed(command.command());
            answer(command.command(), "acknowledged", null);
            door.unlock(command.command(), unlockWindowMillis);
        }
    }

    /** The answer to a query is an event, for it must not get lost. */
    void query(Query command) {
        Door door = doors.get(command.door());
        if (memory.obeyed(command.command())) {
            answer(command.command(), "acknowledged", "obeyed before");
        } else if (rejected(command.command(), command.expiresAt())) {
            return;
        } else if (door == null) {
            answer(command.command(), "refused", "no such door");
        } else {
            memory.keepObeyed(command.command());
            answer(command.command(), "acknowledged", null);
            String event =
                    switch (door.seen()) {
                        case CLOSED -> "is-closed";
                        case OPEN -> "is-open";
                        case FAULT -> "fault";
                        // Shut but not locked: whoever stands before it can still pull it.
                        case UNLOCKING, UNLOCKED -> "unlocked";
                    };
            events.add(door.number(), event, command.command());
        }
    }

    void configured(String command) {
        answer(command, "acknowledged", null);
    }

    void refused(String command, String detail) {
        answer(command, "refused", detail);
    }

    private boolean rejected(String command, long expiresAt) {
        OptionalLong now = serverTime.now();
        if (now.isEmpty()) {
            answer(command, "refused", "server time unknown");
        } else if (now.getAsLong() >= expiresAt) {
            answer(command, "expired", null);
        } else {
            return false;
        }
        return true;
    }

    private void answer(String command, String outcome, @Nullable String detail) {
        var _ =
                line.send(
                        new Outgoing(
                                "answer",
                                Messages.json(
                                        new Answer(
                                                boot, uptime.millis(), command, outcome, detail))));
    }
}
