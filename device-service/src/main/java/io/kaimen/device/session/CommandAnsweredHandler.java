package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/**
 * What became of a command. Only the cabinet's own refusal ends the session. That a command expired
 * proves nothing by itself, because an earlier copy of it may have been obeyed: then the door is
 * asked, and its answer ends the session.
 */
@Component
class CommandAnsweredHandler implements MessageHandler<CommandAnswered> {

    private final Commands commands;
    private final Cabinets cabinets;
    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final DoorCommands doorCommands;

    CommandAnsweredHandler(
            Commands commands,
            Cabinets cabinets,
            DoorSessions sessions,
            EndDoorSession end,
            DoorCommands doorCommands) {
        this.commands = commands;
        this.cabinets = cabinets;
        this.sessions = sessions;
        this.end = end;
        this.doorCommands = doorCommands;
    }

    @Override
    public Topic topic() {
        return Topic.COMMAND_ANSWERED;
    }

    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public void handle(Envelope<CommandAnswered> message) {
        CommandAnswered answer = message.payload();
        commands.answered(answer)
                .filter(command -> command.kind() == CabinetCommand.Kind.OPEN_DOOR)
                .ifPresent(command -> {
                    switch (answer.outcome()) {
                        case NOT_HERE -> follow(command);
                        case REFUSED -> refused(command, answer);
                        case EXPIRED -> expired(command);
                        case SENT, ACKNOWLEDGED -> {}
                    }
                });
    }

    /** To where the cabinet is by now, if it is anywhere else. */
    private void follow(Command command) {
        cabinets.find(command.sn())
                .flatMap(Cabinet::route)
                .ifPresent(route -> commands.follow(command, route));
    }

    private void expired(Command command) {
        String orderNo = command.orderNo();
        if (orderNo != null && command.expiredUnobeyed()) {
            sessions.lock(orderNo)
                    .filter(session -> session.is(DoorSessionState.OPENING))
                    .ifPresent(doorCommands::ask);
        }
    }

    private void refused(Command command, CommandAnswered answer) {
        String orderNo = command.orderNo();
        if (orderNo != null) {
            sessions.lock(orderNo)
                    .filter(session -> session.is(DoorSessionState.OPENING))
                    .ifPresent(session ->
                            end.notOpened(
                                    session,
                                    Unopened.NOT_OBEYED,
                                    "the cabinet refused the command: " + answer.detail()));
        }
    }
}
