package io.kaimen.sandbox.wechat.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.time.BeijingTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a notice into its envelope, its content encrypted with the merchant's APIv3 key. */
@Component
final class NoticeSealer {

    private static final String NONCE_LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final JsonMapper mapper;
    private final SecureRandom random = new SecureRandom();

    NoticeSealer(KeyRing keys, JsonMapper mapper) {
        this.key = new SecretKeySpec(keys.merchant().apiV3Key().getBytes(UTF_8), "AES");
        this.mapper = mapper;
    }

    private record Envelope(
            String id,
            String createTime,
            String eventType,
            String resourceType,
            String summary,
            Resource resource) {}

    private record Resource(
            String originalType,
            String algorithm,
            String ciphertext,
            String nonce,
            String associatedData) {}

    /** The request body of one attempt; each has a new nonce. */
    String seal(Notice notice) {
        String nonce = newNonce();
        // Both occur in the field; a receiver must use what it gets.
        boolean paid = notice.eventType().endsWith("PAID");
        String associatedData = paid ? "transaction" : "";
        Resource resource =
                new Resource(
                        "payscore",
                        "AEAD_AES_256_GCM",
                        encrypt(notice.resource(), nonce, associatedData),
                        nonce,
                        associatedData);
        return mapper.writeValueAsString(
                new Envelope(
                        notice.id(),
                        BeijingTime.rfc3339(notice.createdAt()),
                        notice.eventType(),
                        "encrypt-resource",
                        paid ? "支付成功" : "用户确认订单",
                        resource));
    }

    private String encrypt(String text, String nonce, String associatedData) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associatedData.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no AES-GCM", e);
        }
    }

    private String newNonce() {
        StringBuilder nonce = new StringBuilder(NONCE_LENGTH);
        for (int i = 0; i < NONCE_LENGTH; i++) {
            nonce.append(NONCE_LETTERS.charAt(random.nextInt(NONCE_LETTERS.length())));
        }
        return nonce.toString();
    }
}
