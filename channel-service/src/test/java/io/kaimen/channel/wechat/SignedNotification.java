package io.kaimen.channel.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kaimen.channel.WechatProperties;
import io.kaimen.channel.wechat.PayScoreNotifications.Signature;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A notification sealed and signed the way WeChat Pay does it. */
public record SignedNotification(Signature signature, String body) {

    private static final String NONCE = "fdasflkja484";

    /** Seals what is said and signs it. */
    public static SignedNotification of(
            PrivateKey key, Instant at, String eventType, String resource) {
        return signed(key, at, envelope(eventType, resource, WechatKeys.API_V3_KEY));
    }

    /** The same for a merchant with other keys. */
    public static SignedNotification of(
            PrivateKey key,
            Instant at,
            String eventType,
            String resource,
            WechatProperties wechat) {
        return signed(
                key,
                at,
                envelope(eventType, resource, wechat.apiV3Key()),
                wechat.platformPublicKeyId());
    }

    static SignedNotification signed(PrivateKey key, Instant at, String body) {
        return signed(key, at, body, WechatKeys.PUBLIC_KEY_ID);
    }

    private static SignedNotification signed(
            PrivateKey key, Instant at, String body, String serial) {
        var timestamp = Long.toString(at.getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        return new SignedNotification(
                new Signature(
                        serial,
                        timestamp,
                        nonce,
                        sign(key, timestamp + "\n" + nonce + "\n" + body + "\n"),
                        null),
                body);
    }

    static String envelope(String eventType, String resource, String apiV3Key) {
        var sealed = new JsonObject();
        sealed.addProperty("original_type", "payscore");
        sealed.addProperty("algorithm", "AEAD_AES_256_GCM");
        sealed.addProperty("ciphertext", encrypt(resource, apiV3Key));
        sealed.addProperty("nonce", NONCE);
        sealed.addProperty("associated_data", "payscore");
        var envelope = new JsonObject();
        envelope.addProperty("id", UUID.randomUUID().toString());
        envelope.addProperty("create_time", "2026-11-20T10:00:00+08:00");
        envelope.addProperty("event_type", eventType);
        envelope.addProperty("resource_type", "encrypt-resource");
        envelope.addProperty("summary", "支付分");
        envelope.add("resource", sealed);
        return envelope.toString();
    }

    private static String encrypt(String text, String apiV3Key) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(UTF_8), "AES"),
                    new GCMParameterSpec(128, NONCE.getBytes(UTF_8)));
            cipher.updateAAD("payscore".getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(PrivateKey key, String text) {
        try {
            var signature = java.security.Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
