package io.kaimen.account.settlement;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.kaimen.account.settlement.Sale.Place;
import io.kaimen.account.settlement.Settlement.Payment;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("settlement")
@SuppressWarnings("NullAway.Init")
class SettlementRow {

    @TableId(type = IdType.INPUT)
    String orderNo;

    String shopperId;
    Platform platform;
    String sn;
    int door;
    String site;
    String region;
    String partner;
    SettlementStatus status;
    long basketFen;
    long discountFen;
    long dueFen;
    long capturedFen;
    @Nullable String transactionId;
    int asks;
    @Nullable Instant lookAt;
    Instant openedAt;
    Instant closedAt;
    Instant settledAt;
    @Nullable Instant paidAt;
    Instant updatedAt;

    static SettlementRow of(Settlement settlement, Instant updatedAt) {
        var row = new SettlementRow();
        row.take(settlement.sale());
        row.status = settlement.status();
        row.capturedFen = settlement.captured().fen();
        row.asks = settlement.asks();
        row.lookAt = settlement.lookAt();
        Payment payment = settlement.payment();
        if (payment != null) {
            row.transactionId = payment.transactionId();
            row.paidAt = payment.paidAt();
        }
        row.updatedAt = updatedAt;
        return row;
    }

    private void take(Sale sale) {
        orderNo = sale.orderNo();
        shopperId = sale.shopperId();
        platform = sale.platform();
        sn = sale.place().sn();
        door = sale.place().door();
        site = sale.place().site();
        region = sale.place().region();
        partner = sale.place().partner();
        basketFen = sale.due().basket().fen();
        discountFen = sale.due().discount().fen();
        dueFen = sale.due().toCollect().fen();
        openedAt = sale.openedAt();
        closedAt = sale.closedAt();
        settledAt = sale.settledAt();
    }

    Settlement settlement() {
        return new Settlement(sale(), status, asks, lookAt, payment());
    }

    private Sale sale() {
        var due = new Due(Money.ofFen(basketFen), Money.ofFen(discountFen), Money.ofFen(dueFen));
        return new Sale(
                orderNo,
                shopperId,
                platform,
                new Place(sn, door, site, region, partner),
                due,
                openedAt,
                closedAt,
                settledAt);
    }

    private @Nullable Payment payment() {
        return transactionId == null || paidAt == null
                ? null
                : new Payment(Money.ofFen(capturedFen), transactionId, paidAt);
    }
}
