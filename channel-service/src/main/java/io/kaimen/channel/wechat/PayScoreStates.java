package io.kaimen.channel.wechat;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Pay Score's three states (order, description, collection) as one. The triple has to be read
 * together: DOING alone may mean anything from confirmed to being collected.
 */
final class PayScoreStates {

    private PayScoreStates() {}

    /** The order in the platforms' common language, or nothing when the triple makes no sense. */
    static Optional<PlatformOrder> read(String orderNo, PayScoreOrder order) {
        return state(order)
                .map(state ->
                        new PlatformOrder(
                                orderNo,
                                Platform.WECHAT,
                                state,
                                total(state, order),
                                transactionId(order),
                                paidAt(order)));
    }

    /** An order of which nothing is known beyond its state. */
    static PlatformOrder bare(String orderNo, State state) {
        return new PlatformOrder(orderNo, Platform.WECHAT, state, null, null, null);
    }

    private static Optional<State> state(PayScoreOrder order) {
        return Optional.ofNullable(
                switch (order.state()) {
                    case "CREATED" -> State.CREATED;
                    case "DOING" -> doing(order);
                    case "DONE" -> done(order);
                    case "REVOKED" -> State.CANCELLED;
                    case "EXPIRED" -> State.EXPIRED;
                    case null, default -> null;
                });
    }

    private static @Nullable State doing(PayScoreOrder order) {
        return switch (order.stateDescription()) {
            case "USER_CONFIRM" -> State.AUTHORISED;
            case "MCH_COMPLETE" -> State.CAPTURING;
            case null, default -> null;
        };
    }

    private static @Nullable State done(PayScoreOrder order) {
        if (order.totalAmount() == null) {
            return null;
        }
        if (order.totalAmount() == 0) {
            return State.NOTHING_DUE;
        }
        boolean paid = order.collection() != null && "USER_PAID".equals(order.collection().state());
        return paid ? State.PAID : null;
    }

    private static @Nullable Money total(State state, PayScoreOrder order) {
        return switch (state) {
            case CAPTURING, PAID, NOTHING_DUE ->
                    order.totalAmount() == null ? null : Money.ofFen(order.totalAmount());
            default -> null;
        };
    }

    private static @Nullable String transactionId(PayScoreOrder order) {
        var payment = order.lastPayment();
        return payment == null ? null : payment.transactionId();
    }

    private static @Nullable Instant paidAt(PayScoreOrder order) {
        var payment = order.lastPayment();
        if (payment == null || payment.paidTime() == null) {
            return null;
        }
        try {
            return BeijingTime.read(payment.paidTime());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
