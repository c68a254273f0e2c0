package io.kaimen.account.hold;

import io.kaimen.contracts.account.PurchaseHoldsApi;
import io.kaimen.service.state.StaleMove;
import java.util.Optional;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PurchaseHoldsController implements PurchaseHoldsApi {

    private static final int TRIES = 3;

    private final PurchaseHolds holds;

    PurchaseHoldsController(PurchaseHolds holds) {
        this.holds = holds;
    }

    /** A hold freed between the insert and the look at what was in its way: a new try sees it. */
    @Override
    public HoldAnswer place(PlaceHold request) {
        for (int i = 0; i < TRIES; i++) {
            Optional<HoldAnswer> answer = holds.place(request.shopperId(), request.orderNo());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new StaleMove("The shopper's running purchase");
    }
}
