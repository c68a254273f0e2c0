package io.kaimen.device.trace;

import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TraceSource;
import io.kaimen.device.alarm.Alarm;
import io.kaimen.device.command.Command;
import io.kaimen.device.trace.TraceMapper.AuditRow;
import io.kaimen.device.trace.TraceMapper.EventRow;
import io.kaimen.device.trace.TraceMapper.MoveRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows about a door as moments of a trace. */
final class DoorMoments {

    private DoorMoments() {}

    static TraceMoment of(MoveRow move) {
        return TraceMoment.of(move.at(), TraceSource.DEVICE, TraceKind.DOOR_SESSION_MOVED)
                .with("from", move.fromState())
                .with("to", move.toState())
                .with("cause", move.cause())
                .with("unopened", move.unopened());
    }

    static TraceMoment of(EventRow event, Instant at) {
        return TraceMoment.of(at, TraceSource.CABINET, kind(event.kind()))
                .with("bootId", event.bootId())
                .with("sequence", event.sequence())
                .with("uptimeMillis", event.uptimeMillis())
                .with("receivedAt", event.receivedAt())
                .with("commandId", event.commandId());
    }

    static TraceKind kind(DoorReported.Kind kind) {
        return switch (kind) {
            case UNLOCKED -> TraceKind.DOOR_UNLOCKED;
            case OPENED -> TraceKind.DOOR_OPENED;
            case CLOSED -> TraceKind.DOOR_CLOSED;
            case RELOCKED -> TraceKind.DOOR_RELOCKED;
            case IS_CLOSED -> TraceKind.DOOR_IS_CLOSED;
            case IS_OPEN -> TraceKind.DOOR_IS_OPEN;
            case FAULT -> TraceKind.DOOR_FAULT;
        };
    }

    static TraceMoment of(Alarm alarm) {
        return TraceMoment.of(alarm.raisedAt(), TraceSource.DEVICE, TraceKind.ALARM_RAISED)
                .with("alarm", alarm.kind())
                .with("detail", alarm.detail());
    }

    static TraceMoment of(AuditRow decision) {
        return TraceMoment.of(decision.at(), TraceSource.OPERATOR, TraceKind.DECIDED_BY_HAND)
                .with("operator", decision.who())
                .with("action", decision.action());
    }

    /** What became of a command; of several answers of one kind the first is kept. */
    static List<TraceMoment> of(Command command) {
        List<TraceMoment> moments = new ArrayList<>();
        moments.add(issued(command));
        add(moments, command.sentAt(), TraceSource.DEVICE, TraceKind.COMMAND_SENT, command);
        add(
                moments,
                command.acknowledgedAt(),
                TraceSource.CABINET,
                TraceKind.COMMAND_ACKNOWLEDGED,
                command);
        if (cameToNothing(command)) {
            Instant answeredAt = command.answeredAt();
            moments.add(
                    told(
                                    answeredAt == null ? command.issuedAt() : answeredAt,
                                    TraceSource.DEVICE,
                                    TraceKind.COMMAND_FAILED,
                                    command)
                            .with("outcome", command.outcome())
                            .with("detail", command.detail()));
        }
        return moments;
    }

    private static boolean cameToNothing(Command command) {
        Outcome outcome = command.outcome();
        return outcome == Outcome.REFUSED
                || outcome == Outcome.EXPIRED
                || outcome == Outcome.NOT_HERE;
    }

    private static TraceMoment issued(Command command) {
        return told(command.issuedAt(), TraceSource.DEVICE, TraceKind.COMMAND_ISSUED, command)
                .with("instance", command.instance())
                .with("expiresAt", command.expiresAt())
                .with("sends", command.sends() > 1 ? command.sends() : null)
                .with("notHere", command.notHere() > 0 ? command.notHere() : null);
    }

    private static void add(
            List<TraceMoment> moments,
            @Nullable Instant at,
            TraceSource source,
            TraceKind kind,
            Command command) {
        if (at != null) {
            moments.add(told(at, source, kind, command).with("instance", command.instance()));
        }
    }

    private static TraceMoment told(
            Instant at, TraceSource source, TraceKind kind, Command command) {
        return TraceMoment.of(at, source, kind)
                .with("commandId", command.commandId())
                .with("command", command.kind());
    }
}
