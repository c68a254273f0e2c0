package io.kaimen.order.placing;

import com.xxl.job.core.handler.annotation.XxlJob;
import feign.FeignException;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimAnswer;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimDoor;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import io.kaimen.contracts.device.DoorClaimsApi.ReleaseClaim;
import io.kaimen.order.OrderProperties;
import io.kaimen.order.placing.ClaimIntentMapper.ClaimIntent;
import io.kaimen.order.sale.Claim;
import io.kaimen.order.sale.DoorClaims;
import io.kaimen.order.sale.Orders;
import io.kaimen.service.problem.RemoteProblem;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Claims doors for orders that are yet to be written, and gives claims back that came to nothing. A
 * note is written before the claim, so that no claim outlives a process that died before the order
 * was there.
 */
@Component
class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final int BATCH = 200;

    private final DoorClaims claims;
    private final ClaimIntentMapper intents;
    private final Orders orders;
    private final OrderProperties properties;
    private final Clock clock;

    Claims(
            DoorClaims claims,
            ClaimIntentMapper intents,
            Orders orders,
            OrderProperties properties,
            Clock clock) {
        this.claims = claims;
        this.intents = intents;
        this.orders = orders;
        this.properties = properties;
        this.clock = clock;
    }

    /** A claim, or why there is none. */
    sealed interface Answer {

        record Claimed(Claim claim) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    Answer claim(String orderNo, Tap tap) {
        intents.add(
                new ClaimIntent(
                        orderNo, tap.shopper().id(), tap.sn(), tap.door(), clock.instant()));
        ClaimAnswer answer;
        try {
            answer = claims.claim(new ClaimDoor(tap.sn(), tap.door(), ClaimKind.SALE, orderNo));
        } catch (FeignException | RemoteProblem e) {
            // The answer is lost, the claim perhaps made. Nobody waits for it: give it back now, or
            // leave that to the sweep.
            log.warn("claim for {} unanswered: {}", orderNo, e.toString());
            letGo(orderNo, tap);
            return new Answer.Refused(Refusal.CABINET_UNREACHABLE);
        }
        if (answer.outcome() != Outcome.CLAIMED) {
            intents.remove(orderNo);
            return new Answer.Refused(Refusal.of(answer.outcome()));
        }
        return new Answer.Claimed(new Claim(answer.fence(), answer.lockToken()));
    }

    /** The order is written: its own timer watches the claim from now on. */
    void keep(String orderNo) {
        intents.remove(orderNo);
    }

    /** Gives the claim back; what fails is left to the sweep. */
    void letGo(String orderNo, Tap tap) {
        release(orderNo, tap.sn(), tap.door());
    }

    private void release(String orderNo, String sn, int door) {
        try {
            claims.release(new ReleaseClaim(sn, door, orderNo));
            intents.remove(orderNo);
        } catch (FeignException | RemoteProblem e) {
            log.warn("claim of {} is not given back yet: {}", orderNo, e.toString());
        }
    }

    /** Job {@code sweepClaims}: gives back what nobody turned into an order. */
    @XxlJob("sweepClaims")
    public void sweepClaims() {
        Instant before = clock.instant().minus(properties.intentAge());
        for (ClaimIntent intent : intents.olderThan(before, BATCH)) {
            if (orders.find(intent.orderNo()).isPresent()) {
                intents.remove(intent.orderNo());
            } else {
                release(intent.orderNo(), intent.sn(), intent.door());
            }
        }
    }
}
