package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/**
 * What became of a command. That it expired proves nothing, because an earlier copy of it may have
 * been obeyed: then the door is asked. Only the cabinet's own refusal ends the session.
 */
@Component
class CommandAnsweredHandler implements MessageHandler<CommandAnswered> {

    private final Commands commands;
    private final Cabinets cabinets;
    private final DoorSessions sessions;
    private final EndDoorSession end;

    CommandAnsweredHandler(
            Commands commands, Cabinets cabinets, DoorSessions sessions, EndDoorSession end) {
        this.commands = commands;
        this.cabinets = cabinets;
        this.sessions = sessions;
        this.end = end;
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
                        case SENT, ACKNOWLEDGED, EXPIRED -> {}
                    }
                });
    }

    /** To where the cabinet is by now, if it is anywhere else. */
    private void follow(Command command) {
        cabinets.find(command.sn())
                .flatMap(Cabinet::route)
                .ifPresent(route -> commands.follow(command, route));
    }

    private void refused(Command command, CommandAnswered answer) {
        String orderNo = command.orderNo();
        if (orderNo != null) {
            sessions.lock(orderNo)
                    .filter(session -> session.is(DoorSessionState.OPENING))
                    .ifPresent(session ->
                            end.notOpened(
                                    session,
                                    "the cabinet refused the command: " + answer.detail()));
        }
    }
}
