package io.kaimen.device.cabinet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A cabinet's secret: 256 random bits as base64url. Only its hash is kept.
 *
 * @param characters what the cabinet logs in with; shown once
 */
record Credential(String characters) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Credential random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Credential(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Lower-case hex of SHA-256 over the characters. */
    String sha256() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(characters.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Compares two hashes in a time that does not tell where they differ. */
    static boolean sameHash(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
