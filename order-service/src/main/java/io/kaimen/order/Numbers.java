package io.kaimen.order;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/**
 * Makes numbers for orders and shoppers: 17 digits of Beijing time to the millisecond, so that they
 * sort by time, and 60 random bits, so that nobody guesses them. 29 characters of 0-9 and A-Z, as
 * the payment platforms want an order number.
 */
@Component
public class Numbers {

    /** Without I, L, O and U: people read numbers out. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int RANDOM_CHARACTERS = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneId.of("Asia/Shanghai"));

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Numbers(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        var number = new StringBuilder(TIME.format(clock.instant()));
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }
}
