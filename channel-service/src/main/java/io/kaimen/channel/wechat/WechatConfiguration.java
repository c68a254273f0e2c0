package io.kaimen.channel.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.notification.NotificationParser;
import io.kaimen.channel.WechatProperties;
import io.kaimen.channel.platform.PaymentPlatform;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts WeChat Pay together; the keys are read once, at start. */
@Configuration(proxyBeanMethods = false)
class WechatConfiguration {

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
    PaymentPlatform wechatPayScore(RSAPublicKeyConfig keys, WechatProperties wechat, Clock clock) {
        var http =
                new DefaultHttpClientBuilder()
                        .config(keys)
                        .okHttpClient(
                                new OkHttpClient.Builder()
                                        .addInterceptor(new ErrorNumberInterceptor())
                                        .build())
                        .connectTimeoutMs(Math.toIntExact(wechat.connectTimeout().toMillis()))
                        .readTimeoutMs(Math.toIntExact(wechat.readTimeout().toMillis()))
                        .writeTimeoutMs(Math.toIntExact(wechat.readTimeout().toMillis()))
                        .build();
        return new WechatPayScore(
                new PayScoreClient(http, wechat),
                new PayScoreRequests(wechat, clock),
                new FrontEndParameters(wechat, clock));
    }

    @Bean
    PayScoreNotifications payScoreNotifications(
            RSAPublicKeyConfig keys, WechatProperties wechat, Clock clock) {
        return new PayScoreNotifications(new NotificationParser(keys), wechat, clock);
    }
}
