package io.kaimen.channel.callback;

import io.kaimen.channel.platform.PaymentPlatforms;
import io.kaimen.channel.wechat.PayScoreNotifications;
import io.kaimen.channel.wechat.PayScoreNotifications.Reading;
import io.kaimen.channel.wechat.PayScoreNotifications.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens to one WeChat callback, from its signature to our answer. */
@Component
class PayScoreCallback {

    private static final Logger log = LoggerFactory.getLogger(PayScoreCallback.class);

    private final PayScoreNotifications notifications;
    private final BelieveNotification believe;
    private final PaymentPlatforms platforms;

    PayScoreCallback(
            PayScoreNotifications notifications,
            BelieveNotification believe,
            PaymentPlatforms platforms) {
        this.notifications = notifications;
        this.believe = believe;
        this.platforms = platforms;
    }

    /**
     * Verifies and acts.
     *
     * @throws io.kaimen.channel.platform.PlatformUnclear when two notifications contradict each
     *     other and the platform does not say which is right; its next delivery makes us ask again
     */
    Answer receive(Signature signature, String body) {
        return switch (notifications.read(signature, body)) {
            case Reading.Rejected(var reason) -> {
                log.warn("WeChat callback rejected: {}", reason);
                yield Answer.rejected(reason);
            }
            case Reading.OfNothing(var eventType) -> {
                log.info("WeChat callback {} is about no order", eventType);
                yield Answer.ignored();
            }
            case Reading.OfOrder told -> of(judge(told));
        };
    }

    private Verdict judge(Reading.OfOrder told) {
        var verdict = believe.believe(told.eventType(), told.order(), told.openid());
        if (!(verdict instanceof Verdict.Disputed)) {
            return verdict;
        }
        // Outside any transaction: the platform may take its time.
        var truth = platforms.of(told.order().platform()).query(told.order().orderNo());
        return believe.settle(told.eventType(), told.order(), truth, told.openid());
    }

    private static Answer of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _ -> Answer.accepted();
            case Verdict.Repeated _ -> Answer.repeated();
            case Verdict.Refused(var reason) -> Answer.refused(reason);
            case Verdict.Disputed _ -> throw new IllegalStateException("not settled");
        };
    }

    /**
     * Our answer.
     *
     * @param outcome for the metric
     * @param failure why not; null when it was taken
     */
    record Answer(Outcome outcome, @Nullable String failure) {

        /** What callbacks are counted by. */
        enum Outcome {
            ACCEPTED,
            REPEATED,
            IGNORED,
            REJECTED,
            REFUSED
        }

        static Answer accepted() {
            return new Answer(Outcome.ACCEPTED, null);
        }

        static Answer repeated() {
            return new Answer(Outcome.REPEATED, null);
        }

        static Answer ignored() {
            return new Answer(Outcome.IGNORED, null);
        }

        static Answer rejected(String reason) {
            return new Answer(Outcome.REJECTED, reason);
        }

        static Answer refused(String reason) {
            return new Answer(Outcome.REFUSED, reason);
        }
    }
}
