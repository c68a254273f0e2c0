package io.kaimen.account.settlement;

import io.kaimen.account.ledger.Ledger;
import io.kaimen.account.settlement.Sale.Place;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what a shopper took: settlement, ledger and the word to collect it, in one local
 * transaction. Collecting itself is a call to the outside and begins with the message this
 * publishes, after the commit.
 */
@Component
class SettleOrder {

    private static final Logger log = LoggerFactory.getLogger(SettleOrder.class);

    private final Settlements settlements;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Clock clock;

    SettleOrder(Settlements settlements, Ledger ledger, Outbox outbox, Clock clock) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Settles an order, once.
     *
     * @throws InconsistentBasket when lines and total disagree
     */
    @Transactional
    public void settle(BasketSettled basket) {
        requireConsistent(basket);
        Sale sale = sale(basket);
        if (!settlements.add(Settlement.of(sale), lines(basket), "basket settled")) {
            compareWithSettled(basket);
            return;
        }
        if (!sale.due().basket().isZero()) {
            ledger.post(SettlementPostings.sale(sale));
        }
        log.info("order {} settled: due {}", sale.orderNo(), sale.due().toCollect());
        outbox.publish(Topic.CAPTURE_DUE, basket.orderNo(), new CaptureDue(basket.orderNo(), 1));
    }

    private static void requireConsistent(BasketSettled basket) {
        boolean priced =
                basket.lines().stream()
                        .allMatch(l ->
                                l.quantity() > 0
                                        && l.unitPrice().fen() >= 0
                                        && l.amount().equals(l.unitPrice().times(l.quantity())));
        Money sum = basket.lines().stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        if (!priced || !sum.equals(basket.total())) {
            throw new InconsistentBasket(basket.orderNo());
        }
    }

    /** A plain read: the insert that met the row holds a shared lock on it, as others' may too. */
    private void compareWithSettled(BasketSettled basket) {
        Money settled = settlements.get(basket.orderNo()).sale().due().basket();
        if (!settled.equals(basket.total())) {
            settlements.alert(
                    basket.orderNo(),
                    AlertKind.BASKET_DIFFERS,
                    String.valueOf(basket.total().fen()),
                    "settled with " + settled + ", another basket says " + basket.total());
        }
    }

    private Sale sale(BasketSettled basket) {
        return new Sale(
                basket.orderNo(),
                basket.shopperId(),
                basket.platform(),
                new Place(
                        basket.sn(),
                        basket.door(),
                        basket.site(),
                        basket.region(),
                        basket.partner()),
                Due.of(basket.total()),
                basket.openedAt(),
                basket.closedAt(),
                clock.instant());
    }

    private static List<SettlementLine> lines(BasketSettled basket) {
        return basket.lines().stream()
                .map(l ->
                        new SettlementLine(
                                l.lane(),
                                l.sku(),
                                l.productName(),
                                l.quantity(),
                                l.unitPrice(),
                                l.amount()))
                .toList();
    }
}
