package io.kaimen.channel.capture;

import io.kaimen.channel.platform.PaymentPlatform.Collecting;
import io.kaimen.channel.platform.PaymentPlatforms;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import io.kaimen.contracts.channel.CapturesApi.Item;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the platform to collect, once however often it is asked. The row is there before the
 * platform is, so that the payment's notification finds the amount it must agree with.
 */
@Component
class CapturePayment {

    private static final Logger log = LoggerFactory.getLogger(CapturePayment.class);

    private final PaymentPlatforms platforms;
    private final Captures captures;

    CapturePayment(PaymentPlatforms platforms, Captures captures) {
        this.platforms = platforms;
        this.captures = captures;
    }

    /**
     * How the order stands afterwards.
     *
     * @throws CaptureRefused when the platform vouched but will not collect this
     * @throws CaptureDiffers when another total was asked for before
     */
    PlatformOrder capture(Capture wanted) {
        checkSum(wanted);
        var platform = platforms.of(wanted.platform());
        var capture = captures.open(wanted, platform.captureRequest(wanted));
        return switch (platform.capture(capture.orderNo(), capture.request())) {
            case Collecting.Asked(var order) -> learnt(capture, order);
            case Collecting.Refused(var reason) -> {
                captures.refuse(capture.orderNo(), shortened(reason));
                throw new CaptureRefused(capture.orderNo(), reason);
            }
        };
    }

    private PlatformOrder learnt(CaptureRequest capture, PlatformOrder order) {
        if (order.total() != null && !order.total().equals(capture.total())) {
            log.error(
                    "ALERT order {} collects {} at the platform, we asked for {}",
                    order.orderNo(),
                    order.total(),
                    capture.total());
        }
        captures.learn(order);
        return order;
    }

    private static void checkSum(Capture wanted) {
        if (wanted.total().fen() <= 0) {
            throw new CaptureInvalid(wanted.orderNo(), "nothing to collect");
        }
        var sum = wanted.items().stream().map(Item::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(wanted.total())) {
            throw new CaptureInvalid(wanted.orderNo(), "the items do not add up to the total");
        }
    }

    private static String shortened(String reason) {
        return reason.length() <= 255 ? reason : reason.substring(0, 255);
    }
}
