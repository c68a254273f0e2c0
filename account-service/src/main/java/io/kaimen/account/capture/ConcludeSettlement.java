package io.kaimen.account.capture;

import io.kaimen.account.hold.PurchaseHolds;
import io.kaimen.account.ledger.Ledger;
import io.kaimen.account.settlement.AlertKind;
import io.kaimen.account.settlement.Sale;
import io.kaimen.account.settlement.Settlement;
import io.kaimen.account.settlement.Settlement.Payment;
import io.kaimen.account.settlement.SettlementPostings;
import io.kaimen.account.settlement.SettlementStatus;
import io.kaimen.account.settlement.Settlements;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.account.OrderCharged.Result;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts on what the platform says of an order's money: state, ledger, hold and the word to others
 * change in one local transaction. The settlement's row is locked first, so that a notification and
 * an answer about the same order come one after the other and the second finds nothing left to do.
 */
@Component
class ConcludeSettlement {

    private static final Logger log = LoggerFactory.getLogger(ConcludeSettlement.class);

    private final Settlements settlements;
    private final Ledger ledger;
    private final PurchaseHolds holds;
    private final Outbox outbox;
    private final Clock clock;

    ConcludeSettlement(
            Settlements settlements,
            Ledger ledger,
            PurchaseHolds holds,
            Outbox outbox,
            Clock clock) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.holds = holds;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The platform notified us of a collection. One of another amount than is due is not believed
     * unasked: it is put on record, and the platform is asked at once.
     */
    @Transactional
    public void notified(PaymentCaptured captured) {
        Settlement read = settlements.lock(captured.orderNo());
        if (captured.total().isZero() && read.toCollect().isZero()) {
            nothingDue(read);
            return;
        }
        var payment = new Payment(captured.total(), captured.transactionId(), captured.paidAt());
        if (!isNew(read, payment)) {
            return;
        }
        if (payment.total().equals(read.toCollect())) {
            paid(read, payment, "the platform notified us");
            return;
        }
        amountDiffers(read, payment);
        settlements.save(read, read.lookingAt(clock.instant()), "");
        outbox.publish(
                Topic.CAPTURE_DUE, read.orderNo(), new CaptureDue(read.orderNo(), read.asks() + 1));
    }

    /** The platform answered how the order stands there. */
    @Transactional
    public void heard(String orderNo, PlatformOrder order) {
        Settlement read = settlements.lock(orderNo);
        boolean nothingDue = read.toCollect().isZero();
        switch (order.state()) {
            case PAID -> {
                if (nothingDue && (order.total() == null || order.total().isZero())) {
                    nothingDue(read);
                } else {
                    collected(read, order);
                }
            }
            case CANCELLED, EXPIRED, NOT_FOUND, NOTHING_DUE -> {
                if (nothingDue) {
                    nothingDue(read);
                } else {
                    authorisationGone(read, order);
                }
            }
            case CREATED, AUTHORISED, CAPTURING -> {
                // Under way; the next look sees how far it got.
            }
        }
    }

    /** The platform would not do what it was asked; the next look tries again. */
    @Transactional
    public void refused(String orderNo, String why) {
        Settlement read = settlements.lock(orderNo);
        if (!read.status().isFinal()) {
            settlements.alert(orderNo, AlertKind.CAPTURE_REFUSED, "", why);
            fail(read, read, why);
        }
    }

    private void collected(Settlement read, PlatformOrder order) {
        if (order.total() == null || order.transactionId() == null) {
            // Paid, but not yet with all the platform knows: the next look sees more.
            return;
        }
        Instant paidAt = order.paidAt() == null ? clock.instant() : order.paidAt();
        var payment = new Payment(order.total(), order.transactionId(), paidAt);
        if (!isNew(read, payment)) {
            return;
        }
        if (payment.total().equals(read.toCollect())) {
            paid(read, payment, "the platform answered so");
            return;
        }
        amountDiffers(read, payment);
        ledger.post(SettlementPostings.collection(read.sale(), payment));
        fail(read, read.with(payment).lookingAt(null), "collected " + payment.total());
    }

    /** Whether a payment is news; one more for an order that is through is put on record. */
    private boolean isNew(Settlement read, Payment payment) {
        if (read.has(payment)) {
            return false;
        }
        boolean through = read.status().isFinal() || read.payment() != null;
        if (through) {
            settlements.alert(
                    read.orderNo(),
                    AlertKind.UNEXPECTED_PAYMENT,
                    payment.transactionId(),
                    read.status() + ", yet paid " + payment.total());
        }
        return !through;
    }

    private void amountDiffers(Settlement read, Payment payment) {
        settlements.alert(
                read.orderNo(),
                AlertKind.AMOUNT_DIFFERS,
                payment.transactionId(),
                "due " + read.toCollect() + ", collected " + payment.total());
    }

    private void paid(Settlement read, Payment payment, String cause) {
        Settlement paid = read.with(payment).moveTo(SettlementStatus.PAID);
        settlements.save(read, paid, cause);
        ledger.post(SettlementPostings.collection(read.sale(), payment));
        holds.free(read.orderNo(), read.sale().shopperId(), "PAID");
        tell(paid, Result.PAID);
    }

    private void nothingDue(Settlement read) {
        if (read.status() == SettlementStatus.NOTHING_DUE) {
            return;
        }
        Settlement ended = read.moveTo(SettlementStatus.NOTHING_DUE);
        settlements.save(read, ended, "authorisation ended");
        holds.free(read.orderNo(), read.sale().shopperId(), "NOTHING_DUE");
        tell(ended, Result.NOTHING_DUE);
    }

    private void authorisationGone(Settlement read, PlatformOrder order) {
        if (read.status().isFinal()) {
            return;
        }
        String why = "the platform says " + order.state() + ", due " + read.toCollect();
        settlements.alert(read.orderNo(), AlertKind.AUTHORISATION_GONE, order.state().name(), why);
        fail(read, read.lookingAt(null), why);
    }

    /** Keeps the hold: who owes does not buy. */
    private void fail(Settlement read, Settlement changed, String cause) {
        if (read.status() == SettlementStatus.FAILED) {
            settlements.save(read, changed, cause);
            return;
        }
        Settlement failed = changed.moveTo(SettlementStatus.FAILED);
        settlements.save(read, failed, cause);
        tell(failed, Result.FAILED);
    }

    private void tell(Settlement settlement, Result result) {
        Sale sale = settlement.sale();
        Payment payment = settlement.payment();
        log.info(
                "order {} {}: due {}, captured {}",
                sale.orderNo(),
                result,
                settlement.toCollect(),
                settlement.captured());
        outbox.publish(
                Topic.ORDER_CHARGED,
                sale.orderNo(),
                new OrderCharged(
                        sale.orderNo(),
                        sale.shopperId(),
                        result,
                        sale.due().basket(),
                        sale.due().toCollect(),
                        settlement.captured(),
                        payment == null ? null : payment.transactionId(),
                        payment == null ? clock.instant() : payment.paidAt()));
    }
}
