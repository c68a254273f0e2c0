package io.kaimen.comm.uplink;

import io.kaimen.comm.uplink.Payloads.Event;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.service.messaging.MessageSender;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** A door event → DOOR_REPORTED, under one event id however often the cabinet sends it. */
@Component
class EventHandler implements UplinkHandler {

    private final MessageSender sender;

    EventHandler(MessageSender sender) {
        this.sender = sender;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public CompletableFuture<Void> handle(Received message) {
        Event event = Payloads.read(message.payload(), Event.class);
        return sender.send(
                Topic.DOOR_REPORTED,
                message.sn(),
                message.sn() + ":" + event.boot() + ":" + event.seq(),
                new DoorReported(
                        message.sn(),
                        message.origin(event.boot(), event.seq(), event.up()),
                        event.door(),
                        kindOf(event.event()),
                        event.command()));
    }

    private static DoorReported.Kind kindOf(String event) {
        return switch (event) {
            case "unlocked" -> DoorReported.Kind.UNLOCKED;
            case "opened" -> DoorReported.Kind.OPENED;
            case "closed" -> DoorReported.Kind.CLOSED;
            case "relocked" -> DoorReported.Kind.RELOCKED;
            case "is-closed" -> DoorReported.Kind.IS_CLOSED;
            case "is-open" -> DoorReported.Kind.IS_OPEN;
            case "fault" -> DoorReported.Kind.FAULT;
            default -> throw new InvalidPayload("event is unknown");
        };
    }
}
