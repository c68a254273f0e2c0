package io.kaimen.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fault and its end, whichever comes first.
 *
 * @param times how often it happens; null: no matter
 * @param seconds how long it lasts; null: no matter
 */
public record Wanted(Fault fault, @Nullable Integer times, @Nullable Double seconds) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    public Wanted {
        Checks.that(times == null || times > 0, "times is less than 1");
        Checks.that(seconds == null || seconds > 0, "seconds is not more than 0");
        Checks.that(times == null || fault.countable(), "this fault has seconds and no times");
        times = times == null ? fault.usualTimes() : times;
    }

    /**
     * Reads a list of faults, each an object with its name, its settings, and its limits {@code
     * times} and {@code seconds}.
     *
     * @throws IllegalArgumentException when it is none, or a fault cannot be
     */
    public static List<Wanted> list(byte[] json) {
        try {
            JsonNode list = MAPPER.readTree(json);
            Checks.that(list.isArray(), "not a list of faults");
            List<Wanted> wanted = new ArrayList<>();
            for (JsonNode each : list) {
                Checks.that(each.isObject(), "not a fault");
                wanted.add(one(((ObjectNode) each).deepCopy()));
            }
            return List.copyOf(wanted);
        } catch (JacksonException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException(
                    cause instanceof IllegalArgumentException
                            ? cause.getMessage()
                            : e.getOriginalMessage(),
                    e);
        }
    }

    private static Wanted one(ObjectNode settings) {
        Integer times = limit(settings.remove("times"), Integer.class);
        Double seconds = limit(settings.remove("seconds"), Double.class);
        return new Wanted(MAPPER.treeToValue(settings, Fault.class), times, seconds);
    }

    private static <T> @Nullable T limit(@Nullable JsonNode value, Class<T> type) {
        return value == null ? null : MAPPER.treeToValue(value, type);
    }

    /** As it was asked for. */
    ObjectNode json() {
        ObjectNode json = MAPPER.valueToTree(fault);
        if (times != null) {
            json.put("times", times);
        }
        if (seconds != null) {
            json.put("seconds", seconds);
        }
        return json;
    }
}
