package io.kaimen.channel.wechat;

import io.kaimen.channel.WechatProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the mini-program hands to WeChat's confirmation page. Today's page wants the package alone,
 * older ones want it signed the APIv2 way; both are served by sending everything.
 */
class FrontEndParameters {

    private static final String ALGORITHM = "HmacSHA256";

    private final WechatProperties wechat;
    private final Clock clock;

    FrontEndParameters(WechatProperties wechat, Clock clock) {
        this.wechat = wechat;
        this.clock = clock;
    }

    Map<String, String> of(String packageToken) {
        var parameters = new TreeMap<String, String>();
        parameters.put("mch_id", wechat.mchId());
        parameters.put("package", packageToken);
        parameters.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        parameters.put("nonce_str", UUID.randomUUID().toString().replace("-", ""));
        parameters.put("sign_type", "HMAC-SHA256");
        parameters.put("sign", sign(parameters));
        return parameters;
    }

    /** Names in ASCII order, {@code key} last, HMAC-SHA256 in upper-case hex. */
    private String sign(TreeMap<String, String> parameters) {
        var text =
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&", "", "&key=" + wechat.apiV2Key()));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(
                    new SecretKeySpec(
                            wechat.apiV2Key().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
