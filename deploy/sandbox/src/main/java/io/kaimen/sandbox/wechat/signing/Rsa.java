package io.kaimen.sandbox.wechat.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;

/** The one signature scheme of APIv3: RSA PKCS#1 v1.5 with SHA-256, in base64. */
final class Rsa {

    private static final String SCHEME = "SHA256withRSA";

    private Rsa() {}

    static String sign(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance(SCHEME);
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot sign", e);
        }
    }

    static boolean verifies(PublicKey key, String text, String base64) {
        try {
            Signature signature = Signature.getInstance(SCHEME);
            signature.initVerify(key);
            signature.update(text.getBytes(UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot verify", e);
        }
    }
}
