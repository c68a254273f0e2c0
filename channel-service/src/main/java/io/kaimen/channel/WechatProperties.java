package io.kaimen.channel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where WeChat is and who we are there. Production differs from a local run by these values alone.
 *
 * @param baseUrl the APIv3 host, {@code https://api.mch.weixin.qq.com} in production; no path
 * @param miniProgramBaseUrl the mini-program host, {@code https://api.weixin.qq.com} in production;
 *     no path
 * @param notifyUrl where WeChat sends confirmations and payments: this service's callback as seen
 *     from outside
 * @param mchId merchant number
 * @param appId the mini-program's id
 * @param appSecret the mini-program's secret
 * @param serviceId the Pay Score service WeChat issued
 * @param merchantSerial serial number of the merchant's API certificate
 * @param merchantPrivateKeyFile PEM (PKCS#8) of the merchant's API key
 * @param platformPublicKeyId id of WeChat Pay's public key, {@code PUB_KEY_ID_…}
 * @param platformPublicKeyFile PEM of WeChat Pay's public key
 * @param apiV3Key 32 characters, opens notifications
 * @param apiV2Key signs what the mini-program hands to WeChat's page
 * @param serviceIntroduction what the confirmation page calls the service; at most 20 characters
 * @param riskFundFen the estimated cost a shopper is vouched for, in fen; at most what WeChat
 *     granted the service
 * @param callbackTolerance how far a callback's timestamp may be from our clock; default 5 minutes
 * @param clockAllowance how far WeChat's clock may be behind ours, kept between a service's end and
 *     now; default 2 seconds
 * @param connectTimeout default 1 second
 * @param readTimeout default 4 seconds, under what our own callers wait
 */
@Validated
@ConfigurationProperties("kaimen.wechat")
public record WechatProperties(
        @NotNull URI baseUrl,
        @NotNull URI miniProgramBaseUrl,
        @NotNull URI notifyUrl,
        @NotBlank String mchId,
        @NotBlank String appId,
        @NotBlank String appSecret,
        @NotBlank String serviceId,
        @NotBlank String merchantSerial,
        @NotNull Path merchantPrivateKeyFile,
        @NotBlank String platformPublicKeyId,
        @NotNull Path platformPublicKeyFile,
        @NotNull @Pattern(regexp = "[!-~]{32}") String apiV3Key,
        @NotBlank String apiV2Key,
        @DefaultValue("开门智能货柜购物") @NotBlank @Size(max = 20) String serviceIntroduction,
        @DefaultValue("20000") @Positive long riskFundFen,
        @DefaultValue("5m") @NotNull Duration callbackTolerance,
        @DefaultValue("2s") @NotNull Duration clockAllowance,
        @DefaultValue("1s") @NotNull Duration connectTimeout,
        @DefaultValue("4s") @NotNull Duration readTimeout) {

    /** Leaves the secrets out: configuration is printed when something is wrong with it. */
    @Override
    public String toString() {
        return "WechatProperties[baseUrl=%s, mchId=%s, appId=%s, serviceId=%s]"
                .formatted(baseUrl, mchId, appId, serviceId);
    }
}
