package io.kaimen.account.settlement;

import io.kaimen.contracts.Money;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the money of a sale stands.
 *
 * @param asks how often the platform was asked
 * @param lookAt when to ask it next; null when there is nothing more to ask
 * @param payment what the platform collected; null before it has
 */
public record Settlement(
        Sale sale,
        SettlementStatus status,
        int asks,
        @Nullable Instant lookAt,
        @Nullable Payment payment) {

    /** The platform's word that it collected. */
    public record Payment(Money total, String transactionId, Instant paidAt) {}

    /** A sale just booked; its platform is to be asked at once. */
    static Settlement of(Sale sale) {
        return new Settlement(sale, SettlementStatus.PENDING, 0, sale.settledAt(), null);
    }

    public String orderNo() {
        return sale.orderNo();
    }

    /** What the platform is to collect. */
    public Money toCollect() {
        return sale.due().toCollect();
    }

    /** What the platform collected. */
    public Money captured() {
        return payment == null ? Money.ZERO : payment.total();
    }

    /** Takes the next turn at the platform; the one after it is due at the time given. */
    public Settlement asked(Instant nextLook) {
        return new Settlement(sale, status, asks + 1, nextLook, payment);
    }

    /** Looks at another time than planned; null for never again. */
    public Settlement lookingAt(@Nullable Instant look) {
        return new Settlement(sale, status, asks, look, payment);
    }

    /** Keeps what the platform collected; whether that pays for the sale, the state says. */
    public Settlement with(Payment collected) {
        return new Settlement(sale, status, asks, lookAt, collected);
    }

    /**
     * @throws IllegalMove when the states do not allow it
     */
    public Settlement moveTo(SettlementStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalMove("Settlement of order " + orderNo(), status, next);
        }
        return new Settlement(sale, next, asks, next.isFinal() ? null : lookAt, payment);
    }

    /** Whether this payment has been recorded; its time may be told differently each time. */
    public boolean has(Payment told) {
        return payment != null
                && payment.transactionId().equals(told.transactionId())
                && payment.total().equals(told.total());
    }
}
