package io.kaimen.local.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An operator's token made with the stack's own key, for looking at a stack whose login is down: a
 * JWT with HS256, as the services issue them.
 */
final class OperatorToken {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private OperatorToken() {}

    /**
     * A token for the next minutes.
     *
     * @param key base64 of the services' key
     */
    static String of(String key, String name, Instant now) {
        var signed =
                part(Map.of("alg", "HS256", "typ", "JWT"))
                        + "."
                        + part(
                                Map.of(
                                        "sub",
                                        name,
                                        "role",
                                        "ADMINISTRATOR",
                                        "iat",
                                        now.getEpochSecond(),
                                        "exp",
                                        now.plus(LIFE).getEpochSecond()));
        return signed + "." + BASE64URL.encodeToString(mac(key, signed));
    }

    private static String part(Map<String, ?> claims) {
        return BASE64URL.encodeToString(Http.JSON.writeValueAsBytes(claims));
    }

    private static byte[] mac(String key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
