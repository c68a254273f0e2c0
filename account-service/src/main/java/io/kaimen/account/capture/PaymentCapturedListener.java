package io.kaimen.account.capture;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

@Component
class PaymentCapturedListener implements MessageHandler<PaymentCaptured> {

    private final ConcludeSettlement conclude;

    PaymentCapturedListener(ConcludeSettlement conclude) {
        this.conclude = conclude;
    }

    @Override
    public Topic topic() {
        return Topic.PAYMENT_CAPTURED;
    }

    @Override
    public void handle(Envelope<PaymentCaptured> message) {
        conclude.notified(message.payload());
    }
}
