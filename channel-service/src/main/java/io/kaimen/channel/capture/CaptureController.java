package io.kaimen.channel.capture;

import io.kaimen.channel.platform.OrderNumbers;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.CapturesApi;
import org.springframework.web.bind.annotation.RestController;

/** Answers account-service. */
@RestController
class CaptureController implements CapturesApi {

    private final CapturePayment capturePayment;

    CaptureController(CapturePayment capturePayment) {
        this.capturePayment = capturePayment;
    }

    @Override
    public PlatformOrder capture(Capture request) {
        OrderNumbers.check(request.orderNo());
        return capturePayment.capture(request);
    }
}
