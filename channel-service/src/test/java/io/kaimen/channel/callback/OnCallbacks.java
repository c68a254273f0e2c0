package io.kaimen.channel.callback;

import com.wechat.pay.java.core.util.PemUtil;
import io.kaimen.channel.OnChannelService;
import io.kaimen.channel.WechatProperties;
import io.kaimen.channel.wechat.SignedNotification;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.AuthorisationAnswered.Outcome;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Tells channel-service what WeChat would, signed with WeChat's own key. */
@SuppressWarnings("NullAway.Init")
abstract class OnCallbacks extends OnChannelService {

    static final PrivateKey WECHATS_KEY =
            PemUtil.loadPrivateKeyFromPath(SANDBOX.platformKey().toString());

    @Autowired WechatProperties wechat;

    SignedNotification confirmation(String orderNo) {
        return told("PAYSCORE.USER_CONFIRM", resource(orderNo, confirmed()));
    }

    SignedNotification payment(String orderNo, long fen, String transactionId) {
        return told("PAYSCORE.USER_PAID", resource(orderNo, paid(fen, transactionId)));
    }

    SignedNotification told(String eventType, String resource) {
        return SignedNotification.of(WECHATS_KEY, Instant.now(), eventType, resource, wechat);
    }

    String resource(String orderNo, Map<String, Object> state) {
        var resource = new LinkedHashMap<String, Object>(state);
        resource.put("mchid", wechat.mchId());
        resource.put("appid", wechat.appId());
        resource.put("service_id", wechat.serviceId());
        resource.put("out_order_no", orderNo);
        resource.put("openid", openid(orderNo));
        return JSON.writeValueAsString(resource);
    }

    static Map<String, Object> confirmed() {
        return Map.of("state", "DOING", "state_description", "USER_CONFIRM");
    }

    static Map<String, Object> paid(long fen, String transactionId) {
        return Map.of(
                "state",
                "DONE",
                "total_amount",
                fen,
                "collection",
                Map.of(
                        "state",
                        "USER_PAID",
                        "total_amount",
                        fen,
                        "details",
                        List.of(
                                Map.of(
                                        "amount",
                                        fen,
                                        "paid_time",
                                        "20261120100000",
                                        "transaction_id",
                                        transactionId))));
    }

    static Answer send(SignedNotification told) {
        var signature = told.signature();
        return callback(
                Map.of(
                        "Wechatpay-Serial", String.valueOf(signature.serial()),
                        "Wechatpay-Timestamp", String.valueOf(signature.timestamp()),
                        "Wechatpay-Nonce", String.valueOf(signature.nonce()),
                        "Wechatpay-Signature", String.valueOf(signature.value())),
                told.body());
    }

    List<Outcome> outcomes(String orderNo) {
        return answers.about(orderNo).stream().map(AuthorisationAnswered::outcome).toList();
    }

    int deliveries(String orderNo) {
        return jdbc.sql(
                        "select coalesce(sum(deliveries), 0) from platform_notification where business_no = ?")
                .param(orderNo)
                .query(Integer.class)
                .single();
    }

    List<@Nullable String> statuses(String orderNo) {
        return jdbc.sql("select status from platform_notification where business_no = ?")
                .param(orderNo)
                .query(String.class)
                .list();
    }
}
