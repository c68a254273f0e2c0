package io.kaimen.account.capture;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

@Component
class CaptureDueListener implements MessageHandler<CaptureDue> {

    private final AskPlatform askPlatform;

    CaptureDueListener(AskPlatform askPlatform) {
        this.askPlatform = askPlatform;
    }

    @Override
    public Topic topic() {
        return Topic.CAPTURE_DUE;
    }

    /** No: it calls the outside, which no transaction may wait for; numbered turns do the rest. */
    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<CaptureDue> message) {
        CaptureDue due = message.payload();
        askPlatform.ask(due.orderNo(), due.attempt());
    }
}
