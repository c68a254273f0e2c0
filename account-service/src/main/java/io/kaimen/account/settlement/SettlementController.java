package io.kaimen.account.settlement;

import io.kaimen.account.ledger.Ledger;
import io.kaimen.account.ledger.Ledger.Posted;
import io.kaimen.account.settlement.Settlement.Payment;
import io.kaimen.account.settlement.Settlements.Alert;
import io.kaimen.account.settlement.Settlements.Move;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.service.page.Paged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SettlementController {

    private final Settlements settlements;
    private final Ledger ledger;

    SettlementController(Settlements settlements, Ledger ledger) {
        this.settlements = settlements;
        this.ledger = ledger;
    }

    @GetMapping("/admin/settlements/{orderNo}")
    SettlementView settlement(@PathVariable("orderNo") String orderNo) {
        Settlement settlement = settlements.get(orderNo);
        Sale sale = settlement.sale();
        Payment payment = settlement.payment();
        return new SettlementView(
                orderNo,
                sale.shopperId(),
                sale.platform(),
                sale.place(),
                settlement.status(),
                sale.due().basket(),
                sale.due().discount(),
                sale.due().toCollect(),
                settlement.captured(),
                payment == null ? null : payment.transactionId(),
                sale.settledAt(),
                payment == null ? null : payment.paidAt(),
                settlement.lookAt(),
                settlements.lines(orderNo),
                settlements.moves(orderNo),
                settlements.alerts(orderNo),
                ledger.ofOrder(orderNo));
    }

    @GetMapping("/admin/settlements")
    Paged<SettlementSummary> list(
            @RequestParam(required = false) @Nullable SettlementStatus status,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return settlements.list(status, page, size).map(SettlementSummary::of);
    }

    @GetMapping("/admin/settlements/alerts")
    Paged<Alert> alerts(
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return settlements.alerts(page, size);
    }

    /** A settlement in a list. */
    record SettlementSummary(
            String orderNo,
            String shopperId,
            SettlementStatus status,
            Money dueFen,
            Money capturedFen,
            Instant settledAt) {

        static SettlementSummary of(Settlement settlement) {
            return new SettlementSummary(
                    settlement.orderNo(),
                    settlement.sale().shopperId(),
                    settlement.status(),
                    settlement.toCollect(),
                    settlement.captured(),
                    settlement.sale().settledAt());
        }
    }

    /** A settlement with all that is known of it. */
    record SettlementView(
            String orderNo,
            String shopperId,
            Platform platform,
            Sale.Place place,
            SettlementStatus status,
            Money basketFen,
            Money discountFen,
            Money dueFen,
            Money capturedFen,
            @Nullable String transactionId,
            Instant settledAt,
            @Nullable Instant paidAt,
            @Nullable Instant nextLookAt,
            List<SettlementLine> lines,
            List<Move> moves,
            List<Alert> alerts,
            List<Posted> ledger) {}
}
