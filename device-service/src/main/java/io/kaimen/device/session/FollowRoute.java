package io.kaimen.device.session;

import io.kaimen.device.cabinet.RouteMoved;
import io.kaimen.device.command.Commands;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A cabinet is connected anew: an open command it may have missed goes to it again under the same
 * id, and doors that nobody knows about are asked.
 */
@Component
class FollowRoute {

    private final DoorSessions sessions;
    private final Commands commands;
    private final DoorCommands doorCommands;

    FollowRoute(DoorSessions sessions, Commands commands, DoorCommands doorCommands) {
        this.sessions = sessions;
        this.commands = commands;
        this.doorCommands = doorCommands;
    }

    @EventListener
    void follow(RouteMoved moved) {
        var route = new Commands.Route(moved.sn(), moved.instance(), moved.epoch());
        for (String orderNo : sessions.unclosedOf(moved.sn())) {
            sessions.lock(orderNo).ifPresent(session -> follow(session, route));
        }
    }

    private void follow(DoorSession session, Commands.Route route) {
        switch (session.state()) {
            case OPENING ->
                    Optional.ofNullable(session.commandId())
                            .flatMap(commands::find)
                            .filter(command -> command.acknowledgedAt() == null)
                            .ifPresent(command -> commands.follow(command, route));
            case OPENED, ABNORMAL -> {
                if (session.closed() == null) {
                    doorCommands.ask(session);
                }
            }
            case CLOSED, SETTLED, NOT_OPENED -> {}
        }
    }
}
