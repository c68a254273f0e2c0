package io.kaimen.sandbox.wechat.signing;

import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a request through only when the merchant signed it, just now and for the first time. */
@Component
final class RequestVerifier {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final KeyRing keys;
    private final PlatformClock clock;
    // A timestamp is good for five minutes before and after, so its nonce matters for ten.
    private final Nonces nonces = new Nonces(WINDOW.multipliedBy(2));

    RequestVerifier(KeyRing keys, PlatformClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Checks one request.
     *
     * @param pathAndQuery raw path and, if there is one, {@code ?} and raw query
     * @param body the body as sent, empty for GET
     * @param authorization the Authorization header
     * @param platformKeyId the Wechatpay-Serial header, which may be absent
     * @throws ApiError SIGN_ERROR, or PARAM_ERROR when the answer should be signed by another key
     */
    void verify(
            String method,
            String pathAndQuery,
            String body,
            @Nullable String authorization,
            @Nullable String platformKeyId) {
        Authorization claim =
                Authorization.parse(authorization)
                        .orElseThrow(() -> Refusal.SIGN_ERROR.error("Authorization不合法"));
        if (!claim.mchId().equals(keys.merchant().mchId())) {
            throw Refusal.MCHID_UNKNOWN.error();
        }
        if (!claim.serial().equals(keys.merchant().serial())) {
            throw Refusal.SIGN_ERROR.error("商户证书序列号有误");
        }
        Instant now = clock.instant();
        if (!isRecent(claim.timestamp(), now)) {
            throw Refusal.SIGN_ERROR.error("timestamp已过期");
        }
        String signed =
                String.join("\n", method, pathAndQuery, claim.timestamp(), claim.nonce(), body, "");
        if (!Rsa.verifies(keys.merchantKey(), signed, claim.signature())) {
            throw Refusal.SIGN_ERROR.error("验签失败");
        }
        // Last, so that nobody can use up another's nonce without having its key.
        if (!nonces.firstUse(claim.nonce(), now)) {
            throw Refusal.SIGN_ERROR.error("nonce_str重复");
        }
        if (platformKeyId != null && !platformKeyId.equals(keys.platformKeyId())) {
            throw Refusal.PARAM_ERROR.error("Wechatpay-Serial有误");
        }
    }

    private static boolean isRecent(String timestamp, Instant now) {
        try {
            long seconds = Long.parseLong(timestamp);
            return Math.abs(now.getEpochSecond() - seconds) <= WINDOW.toSeconds();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
