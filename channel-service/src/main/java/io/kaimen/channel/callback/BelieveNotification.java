package io.kaimen.channel.callback;

import io.kaimen.channel.authorisation.Authorisation;
import io.kaimen.channel.authorisation.AuthorisationStatus;
import io.kaimen.channel.authorisation.Authorisations;
import io.kaimen.channel.callback.NotificationMapper.Told;
import io.kaimen.channel.capture.Captures;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records a genuine notification once, and publishes it in the same transaction. The order's row is
 * held meanwhile, so that two that contradict each other cannot both be believed.
 */
@Component
class BelieveNotification {

    private static final Logger log = LoggerFactory.getLogger(BelieveNotification.class);

    private final Authorisations authorisations;
    private final Captures captures;
    private final PlatformNotifications notifications;
    private final PublishOutcome publishOutcome;

    BelieveNotification(
            Authorisations authorisations,
            Captures captures,
            PlatformNotifications notifications,
            PublishOutcome publishOutcome) {
        this.authorisations = authorisations;
        this.captures = captures;
        this.notifications = notifications;
        this.publishOutcome = publishOutcome;
    }

    /** Acts on what a verified notification says, the first time it says so. */
    @Transactional
    public Verdict believe(String eventType, PlatformOrder order, @Nullable String openid) {
        var authorisation = authorisations.lock(order.orderNo()).orElse(null);
        if (authorisation == null || authorisation.platform() != order.platform()) {
            return refused(order, "unknown order");
        }
        var objection = objection(order);
        if (objection != null) {
            return refused(order, objection);
        }
        var told = PlatformNotifications.told(eventType, order);
        if (!notifications.isFirst(told)) {
            return notifications.isDisputed(told) ? new Verdict.Disputed() : new Verdict.Repeated();
        }
        if (contradicts(told, order, authorisation)) {
            log.error("ALERT {} contradicts what we know; asking the platform", told);
            notifications.dispute(told);
            return new Verdict.Disputed();
        }
        publishOutcome.publish(order, openid);
        return new Verdict.Accepted();
    }

    /** Acts on what the platform, asked, said about a disputed notification. */
    @Transactional
    public Verdict settle(
            String eventType,
            PlatformOrder disputed,
            PlatformOrder truth,
            @Nullable String openid) {
        if (authorisations.lock(truth.orderNo()).isEmpty()) {
            return refused(truth, "unknown order");
        }
        var objection = objection(truth);
        if (objection != null) {
            return refused(truth, objection);
        }
        var told = PlatformNotifications.told(eventType, disputed);
        if (!notifications.isDisputed(told)) {
            return new Verdict.Repeated();
        }
        notifications.resolve(told);
        log.warn("{} is settled: the platform says {}", told, truth.state());
        publishOutcome.publish(truth, openid);
        return new Verdict.Accepted();
    }

    /** A payment must be one we asked for, to the fen. */
    private @Nullable String objection(PlatformOrder order) {
        if (order.state() != State.PAID) {
            return null;
        }
        var capture = captures.find(order.orderNo()).orElse(null);
        if (capture == null) {
            return "never captured";
        }
        if (!capture.total().equals(order.total())) {
            return "amount differs";
        }
        return order.transactionId() == null ? "no transaction" : null;
    }

    private boolean contradicts(Told told, PlatformOrder order, Authorisation authorisation) {
        if (notifications.isContradicted(told)) {
            return true;
        }
        boolean live = order.state() == State.AUTHORISED || order.state() == State.PAID;
        return live
                && (authorisation.status() == AuthorisationStatus.ENDED
                        || authorisation.status() == AuthorisationStatus.REFUSED);
    }

    private static Verdict refused(PlatformOrder order, String reason) {
        log.error(
                "ALERT a genuine notification is refused: {} (order {}, {}, {})",
                reason,
                order.orderNo(),
                order.state(),
                order.total());
        return new Verdict.Refused(reason);
    }
}
