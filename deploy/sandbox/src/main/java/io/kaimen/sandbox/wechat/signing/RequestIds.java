package io.kaimen.sandbox.wechat.signing;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Request-IDs: unique, and ending in the error number, which is 0 for success. */
final class RequestIds {

    private static final SecureRandom random = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestIds() {}

    static String next(long errorNumber) {
        byte[] drawn = new byte[18];
        random.nextBytes(drawn);
        return "08" + HEX.formatHex(drawn) + "-" + errorNumber;
    }
}
