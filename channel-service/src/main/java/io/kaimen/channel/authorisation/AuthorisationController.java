package io.kaimen.channel.authorisation;

import io.kaimen.channel.platform.OrderNumbers;
import io.kaimen.channel.platform.PaymentPlatforms;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi;
import org.springframework.web.bind.annotation.RestController;

/** Answers order-service and account-service. */
@RestController
class AuthorisationController implements AuthorisationsApi {

    private final Authorise authorise;
    private final EndAuthorisation end;
    private final PaymentPlatforms platforms;

    AuthorisationController(Authorise authorise, EndAuthorisation end, PaymentPlatforms platforms) {
        this.authorise = authorise;
        this.end = end;
        this.platforms = platforms;
    }

    @Override
    public AuthorisationAnswer create(CreateAuthorisation request) {
        OrderNumbers.check(request.orderNo());
        return authorise.authorise(request);
    }

    @Override
    public PlatformOrder query(Platform platform, String orderNo) {
        OrderNumbers.check(orderNo);
        return platforms.of(platform).query(orderNo);
    }

    @Override
    public PlatformOrder cancel(CancelAuthorisation request) {
        OrderNumbers.check(request.orderNo());
        return end.end(request);
    }
}
