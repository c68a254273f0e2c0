package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.device.claim.DoorClaims;
import io.kaimen.device.command.Command;
import io.kaimen.device.session.DoorAtOpening.Ready;
import io.kaimen.device.session.DoorAtOpening.Unfit;
import io.kaimen.device.session.DoorSession.Place;
import io.kaimen.service.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens the door of an authorised order: remembers weights and prices, then gives the command. What
 * stands against that ends the session before anything was commanded, and the order with it.
 */
@Component
class OpenDoor implements MessageHandler<OrderAuthorised> {

    private static final Logger log = LoggerFactory.getLogger(OpenDoor.class);

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final DoorClaims claims;
    private final DoorAtOpening doors;
    private final DoorCommands doorCommands;
    private final Looks looks;

    OpenDoor(
            DoorSessions sessions,
            EndDoorSession end,
            DoorClaims claims,
            DoorAtOpening doors,
            DoorCommands doorCommands,
            Looks looks) {
        this.sessions = sessions;
        this.end = end;
        this.claims = claims;
        this.doors = doors;
        this.doorCommands = doorCommands;
        this.looks = looks;
    }

    @Override
    public Topic topic() {
        return Topic.ORDER_AUTHORISED;
    }

    @Override
    public void handle(Envelope<OrderAuthorised> message) {
        OrderAuthorised order = message.payload();
        if (sessions.find(order.orderNo()).isPresent()) {
            log.info("{} has its door session already", order.orderNo());
            return;
        }
        // Locked first: a release that comes at the same time finds the session, or was before it.
        claims.lock(order.sn(), order.door())
                .filter(c -> c.holder().equals(order.orderNo()) && c.fence() == order.fence())
                .ifPresentOrElse(
                        claim -> openOrRefuse(order, claim.lockToken()),
                        () ->
                                end.beforeItBegan(
                                        order, nowhere(order), "the door is not this order's"));
    }

    private void openOrRefuse(OrderAuthorised order, String lockToken) {
        switch (doors.read(order.sn(), order.door())) {
            case Ready ready -> open(order, ready, lockToken);
            case Unfit(Place place, String reason) -> {
                end.beforeItBegan(order, place, reason);
                claims.end(order.sn(), order.door(), order.orderNo(), order.fence(), lockToken);
            }
        }
    }

    private void open(OrderAuthorised order, Ready door, String lockToken) {
        Command command = doorCommands.open(door.route(), order.door(), order.orderNo());
        sessions.begin(session(order, door, lockToken, command), "the order is authorised");
        looks.afterCommand(order.orderNo(), command.issuedAt());
    }

    private static DoorSession session(
            OrderAuthorised order, Ready door, String lockToken, Command command) {
        return new DoorSession(
                order.orderNo(),
                order.shopperId(),
                order.platform(),
                door.place(),
                order.fence(),
                lockToken,
                DoorSessionState.OPENING,
                command.issuedAt(),
                command.commandId(),
                command.issuedAt(),
                door.lanes(),
                door.baseline(),
                null,
                null,
                null);
    }

    private static Place nowhere(OrderAuthorised order) {
        return new Place(order.sn(), order.door(), "", "", "");
    }
}
