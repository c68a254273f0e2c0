package io.kaimen.device.session;

import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.device.DoorSessionsApi;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RestController;

/** Tells order-service what it may not have heard. */
@RestController
class DoorSessionsController implements DoorSessionsApi {

    private final DoorSessions sessions;

    DoorSessionsController(DoorSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public List<DoorSessionMoved> moves(String orderNo) {
        return sessions.find(orderNo).stream().flatMap(this::told).toList();
    }

    private Stream<DoorSessionMoved> told(DoorSession session) {
        return sessions.moves(session.orderNo()).stream()
                .flatMap(move ->
                        move.toState().announced().stream()
                                .map(state ->
                                        new DoorSessionMoved(
                                                session.orderNo(),
                                                session.sn(),
                                                session.door(),
                                                state,
                                                move.at(),
                                                move.cause(),
                                                session.commandId(),
                                                move.unopened())));
    }
}
