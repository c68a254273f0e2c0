package io.kaimen.sandbox.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * A time as Pay Score writes it, {@code yyyyMMddHHmmss} or {@code yyyyMMdd} in Beijing.
 *
 * @param at the second, or midnight of the day
 * @param wholeDay whether only the day was given
 */
public record BeijingTime(LocalDateTime at, boolean wholeDay) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECOND = strict("uuuuMMddHHmmss");
    private static final DateTimeFormatter DAY = strict("uuuuMMdd");
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** Reads 14 or 8 digits; empty when the text is no such time. */
    public static Optional<BeijingTime> parse(String text) {
        try {
            return Optional.of(
                    text.length() == 8
                            ? new BeijingTime(LocalDate.parse(text, DAY).atStartOfDay(), true)
                            : new BeijingTime(LocalDateTime.parse(text, SECOND), false));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The second in which the instant lies. */
    public static BeijingTime of(Instant instant) {
        return new BeijingTime(LocalDateTime.ofInstant(instant, BEIJING).withNano(0), false);
    }

    /** The 14 digits of an instant. */
    public static String digits(Instant instant) {
        return SECOND.format(of(instant).at);
    }

    /** The 8 digits of an instant's day. */
    public static String dayDigits(Instant instant) {
        return DAY.format(of(instant).at);
    }

    /** An instant as RFC 3339 with Beijing's offset. */
    public static String rfc3339(Instant instant) {
        return RFC_3339.format(instant.atZone(BEIJING));
    }

    /** Whether this lies before the other; by days when one of them is only a day. */
    public boolean isBefore(BeijingTime other) {
        return (wholeDay || other.wholeDay)
                ? at.toLocalDate().isBefore(other.at.toLocalDate())
                : at.isBefore(other.at);
    }

    /** The instant, midnight for a day. */
    public Instant instant() {
        return at.atZone(BEIJING).toInstant();
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
