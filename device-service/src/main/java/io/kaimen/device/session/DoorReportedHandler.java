package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.service.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a cabinet's door events in. */
@Component
class DoorReportedHandler implements MessageHandler<DoorReported> {

    private static final Logger log = LoggerFactory.getLogger(DoorReportedHandler.class);
    private static final int BOOT_ID_LENGTH = 64;

    private final EventsInOrder events;

    DoorReportedHandler(EventsInOrder events) {
        this.events = events;
    }

    @Override
    public Topic topic() {
        return Topic.DOOR_REPORTED;
    }

    /** A cabinet's events are one story. */
    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public void handle(Envelope<DoorReported> message) {
        DoorReported event = message.payload();
        if (event.origin().bootId().length() > BOOT_ID_LENGTH) {
            log.warn("{} calls its boot by a name too long to keep", event.sn());
            return;
        }
        events.arrived(event);
    }
}
