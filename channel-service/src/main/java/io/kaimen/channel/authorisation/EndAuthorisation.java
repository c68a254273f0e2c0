package io.kaimen.channel.authorisation;

import io.kaimen.channel.platform.PaymentPlatforms;
import io.kaimen.contracts.channel.AuthorisationsApi.CancelAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import org.springframework.stereotype.Component;

/** Ends an authorisation at the platform first, then here. */
@Component
class EndAuthorisation {

    private final PaymentPlatforms platforms;
    private final Authorisations authorisations;

    EndAuthorisation(PaymentPlatforms platforms, Authorisations authorisations) {
        this.platforms = platforms;
        this.authorisations = authorisations;
    }

    /**
     * How the order stands afterwards; a completed one cannot be ended and says so by its state.
     */
    PlatformOrder end(CancelAuthorisation wanted) {
        var order = platforms.of(wanted.platform()).cancel(wanted.orderNo(), wanted.reason());
        switch (order.state()) {
            case CANCELLED, EXPIRED, NOT_FOUND ->
                    authorisations.learn(wanted.orderNo(), AuthorisationStatus.ENDED);
            case CREATED, AUTHORISED, CAPTURING, PAID, NOTHING_DUE -> {
                // Not ended: the caller decides what follows from it.
            }
        }
        return order;
    }
}
