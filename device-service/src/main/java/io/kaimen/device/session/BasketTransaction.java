package io.kaimen.device.session;

import java.util.Objects;
import org.apache.rocketmq.spring.annotation.RocketMQTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Publishes a basket if and only if it is booked: half message, local transaction, check-back.
 * Several instances may try the same order at once; each try has its own number, and only the
 * booked one's message is delivered.
 */
@RocketMQTransactionListener(rocketMQTemplateBeanName = "basketTemplate")
class BasketTransaction implements RocketMQLocalTransactionListener {

    private static final Logger log = LoggerFactory.getLogger(BasketTransaction.class);

    static final String ORDER_NO = "orderNo";
    static final String ATTEMPT = "attempt";

    private final BookBasket bookBasket;

    BasketTransaction(BookBasket bookBasket) {
        this.bookBasket = bookBasket;
    }

    @Override
    public RocketMQLocalTransactionState executeLocalTransaction(
            Message message, @Nullable Object booking) {
        String attempt = header(message, ATTEMPT);
        try {
            return ((PublishBasket.Booking) Objects.requireNonNull(booking)).book(attempt)
                    ? RocketMQLocalTransactionState.COMMIT
                    : RocketMQLocalTransactionState.ROLLBACK;
        } catch (RuntimeException e) {
            // The commit may have happened all the same; the check-back will know.
            log.warn("whether {} is booked is not known yet", header(message, ORDER_NO), e);
            return RocketMQLocalTransactionState.UNKNOWN;
        }
    }

    @Override
    public RocketMQLocalTransactionState checkLocalTransaction(Message message) {
        String orderNo = header(message, ORDER_NO);
        BookBasket.Standing standing = bookBasket.standingOf(orderNo, header(message, ATTEMPT));
        log.info("check-back for the basket of {}: {}", orderNo, standing);
        return switch (standing) {
            case BOOKED -> RocketMQLocalTransactionState.COMMIT;
            case LOST -> RocketMQLocalTransactionState.ROLLBACK;
            case OPEN -> RocketMQLocalTransactionState.UNKNOWN;
        };
    }

    private static String header(Message<?> message, String name) {
        Object value = message.getHeaders().get(name);
        if (value == null) {
            throw new IllegalStateException("a half message without " + name);
        }
        return value.toString();
    }
}
