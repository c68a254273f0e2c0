package io.kaimen.replenish.task;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Task numbers people can read out: {@code R}, the business day, six characters. */
@Component
class TaskNumbers {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Without characters that are taken for one another. */
    private static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 6;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    TaskNumbers(Clock clock) {
        this.clock = clock;
    }

    String next() {
        var number = new StringBuilder("R");
        number.append(LocalDate.ofInstant(clock.instant(), BUSINESS_ZONE).format(DAY)).append('-');
        for (int i = 0; i < LENGTH; i++) {
            number.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return number.toString();
    }
}
