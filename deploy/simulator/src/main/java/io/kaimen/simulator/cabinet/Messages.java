package io.kaimen.simulator.cabinet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payloads of docs/cabinet-protocol.md. */
final class Messages {

    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private Messages() {}

    record Report(String boot, long up, String firmware, List<Door> doors) {}

    /**
     * @param calendar no field of the protocol: a wrong clock showing itself, ms since 1970
     */
    record Heartbeat(String boot, long up, @Nullable List<Door> doors, @Nullable Long calendar) {}

    record Weights(String boot, long up, int door, String state, List<Reading> lanes) {}

    record Event(
            String boot, long up, long seq, int door, String event, @Nullable String command) {}

    record Answer(String boot, long up, String command, String outcome, @Nullable String detail) {}

    record Door(int door, String state, List<Reading> lanes) {}

    record Reading(int lane, double g, int s) {}

    /** A message down, by its type; its numbers are server times in ms since 1970 or durations. */
    sealed interface Down {

        record Open(String command, int door, long issuedAt, long expiresAt) implements Down {}

        record Query(String command, int door, long expiresAt) implements Down {}

        record Configure(
                String command,
                long heartbeatMs,
                long closedWeightsMs,
                long openWeightsMs,
                long afterCloseMs,
                long unlockWindowMs)
                implements Down {}

        record Time(long serverTime, long heartbeatUp) implements Down {}
    }

    static byte[] json(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /**
     * Reads a message down.
     *
     * @throws IllegalArgumentException when it is none that a cabinet knows
     */
    static Down down(byte[] json) {
        try {
            JsonNode message = MAPPER.readTree(json);
            String type = message.path("type").asString("");
            return switch (type) {
                case "open" -> MAPPER.treeToValue(message, Down.Open.class);
                case "query" -> MAPPER.treeToValue(message, Down.Query.class);
                case "configure" -> MAPPER.treeToValue(message, Down.Configure.class);
                case "time" -> MAPPER.treeToValue(message, Down.Time.class);
                default -> throw new IllegalArgumentException("unknown type " + type);
            };
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a message down", e);
        }
    }
}
