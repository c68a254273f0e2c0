package io.kaimen.order.sale;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/**
 * Follows the door. Needs no memory of event ids: a state that has passed is skipped, whatever
 * message tells of it. Calls the platform when the door never opened, so in no transaction.
 */
@Component
class DoorSessionHandler implements MessageHandler<DoorSessionMoved> {

    private final FollowDoor followDoor;

    DoorSessionHandler(FollowDoor followDoor) {
        this.followDoor = followDoor;
    }

    @Override
    public Topic topic() {
        return Topic.DOOR_SESSION_MOVED;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<DoorSessionMoved> message) {
        followDoor.follow(message.payload());
    }
}
