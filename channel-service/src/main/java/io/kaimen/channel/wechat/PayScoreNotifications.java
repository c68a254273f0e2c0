package io.kaimen.channel.wechat;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import io.kaimen.channel.WechatProperties;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads WeChat Pay's notifications, and believes only those WeChat signed, lately, for us. */
public class PayScoreNotifications {

    private static final Logger log = LoggerFactory.getLogger(PayScoreNotifications.class);

    private final NotificationParser parser;
    private final WechatProperties wechat;
    private final Clock clock;

    PayScoreNotifications(NotificationParser parser, WechatProperties wechat, Clock clock) {
        this.parser = parser;
        this.wechat = wechat;
        this.clock = clock;
    }

    /**
     * The headers WeChat signs with; all that matters of them is checked when reading.
     *
     * @param type the signature scheme, when it is not the usual one
     */
    public record Signature(
            @Nullable String serial,
            @Nullable String timestamp,
            @Nullable String nonce,
            @Nullable String value,
            @Nullable String type) {}

    /** What a notification turned out to be. */
    public sealed interface Reading {

        /** WeChat told us how one of our orders stands. */
        record OfOrder(String eventType, PlatformOrder order, @Nullable String openid)
                implements Reading {}

        /** Genuine, but about nothing we act on. */
        record OfNothing(String eventType) implements Reading {}

        /**
         * Not to be believed.
         *
         * @param reason in short; goes back to the sender
         */
        record Rejected(String reason) implements Reading {}
    }

    /**
     * Reads a callback.
     *
     * @param body as received, to the byte: the signature covers it
     */
    public Reading read(Signature signature, String body) {
        if (!isRecent(signature.timestamp())) {
            return new Reading.Rejected("timestamp missing or too far from now");
        }
        try {
            // The parser does not look at the timestamp: the check above is ours to make.
            var order = parser.parse(signed(signature, body), PayScoreOrder.class);
            return order == null ? new Reading.Rejected("empty") : reading(eventType(body), order);
        } catch (ValidationException forged) {
            return new Reading.Rejected("signature is wrong");
        } catch (DecryptionException wrongKey) {
            log.error("A genuine WeChat notification cannot be opened: is the APIv3 key right?");
            return new Reading.Rejected("cannot be decrypted");
        } catch (RuntimeException malformed) {
            // The SDK throws anything from null pointers to base64 complaints on malformed input.
            return new Reading.Rejected("malformed");
        }
    }

    private Reading reading(String eventType, PayScoreOrder order) {
        if (!wechat.mchId().equals(order.mchid())
                || !wechat.appId().equals(order.appid())
                || !wechat.serviceId().equals(order.serviceId())) {
            log.error(
                    "ALERT a signed WeChat notification for merchant {} app {} service {}",
                    order.mchid(),
                    order.appid(),
                    order.serviceId());
            return new Reading.Rejected("not ours");
        }
        var orderNo = order.outOrderNo();
        if (orderNo == null) {
            return new Reading.OfNothing(eventType);
        }
        return PayScoreStates.read(orderNo, order)
                .<Reading>map(known -> new Reading.OfOrder(eventType, known, order.openid()))
                .orElseGet(() -> new Reading.Rejected("state makes no sense"));
    }

    private boolean isRecent(@Nullable String timestamp) {
        if (timestamp == null) {
            return false;
        }
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            var age = Duration.between(sent, clock.instant()).abs();
            return age.compareTo(wechat.callbackTolerance()) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException no) {
            return false;
        }
    }

    private static RequestParam signed(Signature signature, String body) {
        return new RequestParam.Builder()
                .serialNumber(signature.serial())
                .timestamp(signature.timestamp())
                .nonce(signature.nonce())
                .signature(signature.value())
                .signType(signature.type())
                .body(body)
                .build();
    }

    private static String eventType(String body) {
        return GsonUtil.getGson().fromJson(body, JsonObject.class).get("event_type").getAsString();
    }
}
