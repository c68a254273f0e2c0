package io.kaimen.order.sale;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/** Looks when reminded; the sweep looks when the reminder is lost. Calls the platform. */
@Component
class AuthorisationDueHandler implements MessageHandler<AuthorisationDue> {

    private final LookAtOrder lookAtOrder;

    AuthorisationDueHandler(LookAtOrder lookAtOrder) {
        this.lookAtOrder = lookAtOrder;
    }

    @Override
    public Topic topic() {
        return Topic.AUTHORISATION_DUE;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<AuthorisationDue> message) {
        lookAtOrder.look(message.payload().orderNo());
    }
}
