package io.kaimen.local.check.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a query.
 *
 * @param values by column label in lower case; nulls are left out
 */
public record Row(Map<String, Object> values) {

    /** A column that is never null. */
    public String text(String column) {
        return Objects.requireNonNull(values.get(column), column).toString();
    }

    /** A column that may be null. */
    public @Nullable String textOrNull(String column) {
        var value = values.get(column);
        return value == null ? null : value.toString();
    }

    /** A whole number that may be null. */
    public @Nullable Long numberOrNull(String column) {
        return values.get(column) instanceof Number number
                ? Long.valueOf(number.longValue())
                : null;
    }

    /** A time in UTC that may be null. */
    public @Nullable Instant timeOrNull(String column) {
        return values.get(column) instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC)
                : null;
    }
}
