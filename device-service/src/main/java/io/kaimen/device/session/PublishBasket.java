package io.kaimen.device.session;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessageSender;
import java.util.UUID;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionSendResult;
import org.apache.rocketmq.spring.support.RocketMQHeaders;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;

/** Sends a basket's half message, on which {@link BasketTransaction} books it. */
@Component
class PublishBasket {

    private final BasketTemplate template;
    private final BookBasket bookBasket;
    private final MessageSender sender;
    private final MessageCodec codec;

    PublishBasket(
            BasketTemplate template,
            BookBasket bookBasket,
            MessageSender sender,
            MessageCodec codec) {
        this.template = template;
        this.bookBasket = bookBasket;
        this.sender = sender;
        this.codec = codec;
    }

    /** The local transaction of a basket's message. */
    interface Booking {

        /**
         * Books the basket in one transaction.
         *
         * @return false when there is nothing (more) to book
         */
        boolean book(String attempt);
    }

    /**
     * Publishes what the weights say.
     *
     * @return whether this very basket is booked; false also when that is not known yet
     * @throws org.springframework.messaging.MessagingException when the broker did not take the
     *     half message; nothing has happened then
     */
    boolean publish(BasketSettled basket) {
        return publish(basket, attempt -> bookBasket.book(basket, attempt));
    }

    /**
     * Publishes a basket that is booked in its own way.
     *
     * @return whether this very basket is booked; false also when that is not known yet
     * @throws org.springframework.messaging.MessagingException when the broker did not take the
     *     half message; nothing has happened then
     */
    boolean publish(BasketSettled basket, Booking booking) {
        String orderNo = basket.orderNo();
        byte[] body =
                codec.encode(
                        sender.envelope(
                                Topic.BASKET_SETTLED, orderNo, "basket:" + orderNo, basket));
        var half =
                MessageBuilder.withPayload(body)
                        .setHeader(RocketMQHeaders.KEYS, orderNo)
                        .setHeader(BasketTransaction.ORDER_NO, orderNo)
                        .setHeader(BasketTransaction.ATTEMPT, UUID.randomUUID().toString())
                        .build();
        TransactionSendResult result =
                template.sendMessageInTransaction(
                        sender.destination(Topic.BASKET_SETTLED), half, booking);
        return result.getLocalTransactionState() == LocalTransactionState.COMMIT_MESSAGE;
    }
}
