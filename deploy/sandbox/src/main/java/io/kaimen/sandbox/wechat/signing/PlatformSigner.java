package io.kaimen.sandbox.wechat.signing;

import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.time.PlatformClock;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Signs what the platform says, as headers spelled exactly as clients look for them. */
@Component
public final class PlatformSigner {

    private static final String PROBE = "WECHATPAY/SIGNTEST/";
    private static final int SIGNATURE_BYTES = 256;

    private final KeyRing keys;
    private final PlatformClock clock;
    private final SecureRandom random = new SecureRandom();
    private final Supplier<PrivateKey> strangersKey = SingletonSupplier.of(PlatformSigner::newKey);

    PlatformSigner(KeyRing keys, PlatformClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The headers of a genuine message; an empty body is signed too. */
    public Map<String, String> sign(String body) {
        return headers(body, text -> Rsa.sign(keys.platformKey(), text));
    }

    /** The headers of a message by somebody who has the wrong key. */
    public Map<String, String> forge(String body) {
        return headers(body, text -> Rsa.sign(strangersKey.get(), text));
    }

    /** The headers of a probe by which the platform tests whether its receiver verifies. */
    public Map<String, String> probe(String body) {
        byte[] noise = new byte[SIGNATURE_BYTES];
        random.nextBytes(noise);
        String base64 = Base64.getEncoder().encodeToString(noise);
        String signature = PROBE + base64.substring(PROBE.length());
        return headers(body, text -> signature);
    }

    private Map<String, String> headers(String body, UnaryOperator<String> signature) {
        byte[] drawn = new byte[16];
        random.nextBytes(drawn);
        String nonce = HexFormat.of().formatHex(drawn);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Wechatpay-Timestamp", timestamp);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put(
                "Wechatpay-Signature",
                signature.apply(String.join("\n", timestamp, nonce, body, "")));
        headers.put("Wechatpay-Serial", keys.platformKeyId());
        return headers;
    }

    private static PrivateKey newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM makes no RSA keys", e);
        }
    }
}
