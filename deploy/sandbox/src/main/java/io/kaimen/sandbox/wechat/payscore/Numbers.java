package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.time.BeijingTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** Draws the platform's numbers, shaped as the real ones. */
final class Numbers {

    private static final SecureRandom random = new SecureRandom();

    private Numbers() {}

    /** WeChat's number of a service order, 31 digits with the day in them. */
    static String orderId(Instant now) {
        return "1000000000" + BeijingTime.dayDigits(now) + digits(13);
    }

    /** WeChat's number of a payment, 28 digits with the day in them. */
    static String transactionId(Instant now) {
        return "4200" + digits(6) + BeijingTime.dayDigits(now) + digits(10);
    }

    /** An opaque text for the front end, safe in a URL. */
    static String opaque() {
        byte[] drawn = new byte[48];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().encodeToString(drawn);
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
