package io.kaimen.channel.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.notification.NotificationParser;
import io.kaimen.channel.WechatProperties;
import io.kaimen.channel.platform.PaymentPlatform;
import io.kaimen.channel.platform.PlatformCall;
import io.kaimen.channel.platform.PlatformCalls;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts WeChat Pay together; the keys are read once, at start. */
@Configuration(proxyBeanMethods = false)
class WechatConfiguration {

    private static final int MOST_IDLE = 20;
    private static final int IDLE_SECONDS = 7;

    @Bean
    RSAPublicKeyConfig wechatKeys(WechatProperties wechat) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(wechat.mchId())
                .merchantSerialNumber(wechat.merchantSerial())
                .privateKeyFromPath(wechat.merchantPrivateKeyFile().toString())
                .publicKeyFromPath(wechat.platformPublicKeyFile().toString())
                .publicKeyId(wechat.platformPublicKeyId())
                .apiV3Key(wechat.apiV3Key())
                .build();
    }

    @Bean
    PaymentPlatform wechatPayScore(
            RSAPublicKeyConfig keys, WechatProperties wechat, PlatformCalls calls, Clock clock) {
        return payScore(keys, wechat, calls::record, clock);
    }

    static PaymentPlatform payScore(
            RSAPublicKeyConfig keys,
            WechatProperties wechat,
            Consumer<PlatformCall> made,
            Clock clock) {
        var http =
                new DefaultHttpClientBuilder()
                        .config(keys)
                        .okHttpClient(connections())
                        .connectTimeoutMs(Math.toIntExact(wechat.connectTimeout().toMillis()))
                        .readTimeoutMs(Math.toIntExact(wechat.readTimeout().toMillis()))
                        .writeTimeoutMs(Math.toIntExact(wechat.readTimeout().toMillis()))
                        // A lost answer is ours to ask about, before anything is sent again.
                        .disableRetryOnConnectionFailure()
                        .build();
        return new WechatPayScore(
                new PayScoreClient(http, wechat, made, clock),
                new PayScoreRequests(wechat, clock),
                new FrontEndParameters(wechat, clock));
    }

    /** WeChat closes an idle connection after 8 s; one kept longer would fail when it is used. */
    private static OkHttpClient connections() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(MOST_IDLE, IDLE_SECONDS, TimeUnit.SECONDS))
                .addInterceptor(new ErrorNumberInterceptor())
                .build();
    }

    @Bean
    PayScoreNotifications payScoreNotifications(
            RSAPublicKeyConfig keys, WechatProperties wechat, Clock clock) {
        return new PayScoreNotifications(new NotificationParser(keys), wechat, clock);
    }
}
