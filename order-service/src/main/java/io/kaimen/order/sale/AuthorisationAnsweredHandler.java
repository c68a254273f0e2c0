package io.kaimen.order.sale;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/** Hands on the platform's word. Calls the platform where it comes late, so in no transaction. */
@Component
class AuthorisationAnsweredHandler implements MessageHandler<AuthorisationAnswered> {

    private final AuthoriseOrder authoriseOrder;

    AuthorisationAnsweredHandler(AuthoriseOrder authoriseOrder) {
        this.authoriseOrder = authoriseOrder;
    }

    @Override
    public Topic topic() {
        return Topic.AUTHORISATION_ANSWERED;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<AuthorisationAnswered> message) {
        authoriseOrder.answered(message.payload());
    }
}
