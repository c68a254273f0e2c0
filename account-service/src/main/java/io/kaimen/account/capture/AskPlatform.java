package io.kaimen.account.capture;

import feign.FeignException;
import io.kaimen.account.settlement.Sale;
import io.kaimen.account.settlement.Settlement;
import io.kaimen.account.settlement.Settlements;
import io.kaimen.contracts.channel.AuthorisationsApi;
import io.kaimen.contracts.channel.AuthorisationsApi.CancelAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.CapturesApi;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import io.kaimen.service.problem.Problem;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the platform to collect what is due, or to end an authorisation that nothing is due on; from
 * the second time on asks how the order stands before anything is done again. The calls are made
 * outside any database transaction.
 */
@Component
class AskPlatform {

    private static final Logger log = LoggerFactory.getLogger(AskPlatform.class);

    /** Answers that will not change by asking the same again soon. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 410, 422);

    private final Turns turns;
    private final Settlements settlements;
    private final CapturesApi captures;
    private final AuthorisationsApi authorisations;
    private final ConcludeSettlement conclude;

    AskPlatform(
            Turns turns,
            Settlements settlements,
            CapturesApi captures,
            AuthorisationsApi authorisations,
            ConcludeSettlement conclude) {
        this.turns = turns;
        this.settlements = settlements;
        this.captures = captures;
        this.authorisations = authorisations;
        this.conclude = conclude;
    }

    /**
     * Asks, if the turn is still to be had. Without an answer the next reminder or sweep asks
     * again.
     *
     * @param ask number of the ask, from 1
     */
    void ask(String orderNo, int ask) {
        turns.take(orderNo, ask).ifPresent(this::ask);
    }

    private void ask(Settlement settlement) {
        String orderNo = settlement.orderNo();
        switch (answer(settlement)) {
            case Heard(PlatformOrder order) -> conclude.heard(orderNo, order);
            case Refused(String why) -> conclude.refused(orderNo, why);
            case Lost(String why) -> {
                log.warn("no answer on order {} (ask {}): {}", orderNo, settlement.asks(), why);
                turns.unanswered(orderNo, settlement.asks());
            }
        }
    }

    private Answer answer(Settlement settlement) {
        try {
            return new Heard(
                    settlement.toCollect().isZero() ? cancel(settlement) : collect(settlement));
        } catch (FeignException lost) {
            return new Lost(lost.toString());
        } catch (Problem problem) {
            String why = problem.code() + ": " + problem.safeMessage();
            return REFUSALS.contains(problem.status().value()) ? new Refused(why) : new Lost(why);
        }
    }

    private PlatformOrder cancel(Settlement settlement) {
        Sale sale = settlement.sale();
        return authorisations.cancel(
                new CancelAuthorisation(sale.orderNo(), sale.platform(), "nothing taken"));
    }

    private PlatformOrder collect(Settlement settlement) {
        Sale sale = settlement.sale();
        if (settlement.asks() > 1) {
            PlatformOrder order = authorisations.query(sale.platform(), sale.orderNo());
            if (order.state() != PlatformOrder.State.AUTHORISED) {
                return order;
            }
        }
        return captures.capture(
                new Capture(
                        sale.orderNo(),
                        sale.platform(),
                        ReceiptItems.of(settlements.lines(sale.orderNo())),
                        sale.due().toCollect(),
                        sale.openedAt(),
                        sale.closedAt()));
    }

    private sealed interface Answer {}

    private record Heard(PlatformOrder order) implements Answer {}

    private record Refused(String why) implements Answer {}

    private record Lost(String why) implements Answer {}
}
