package io.kaimen.device.shadow;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A stable weight as the shadow's hash holds it; the Lua script beside it reads it too. */
@Component
class StampedWeightJson {

    private final JsonMapper mapper;

    StampedWeightJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(StableWeight weight) {
        Moment at = weight.at();
        return mapper.writeValueAsString(
                new Field(weight.grams(), at.boot(), at.up(), at.receivedAt().toEpochMilli()));
    }

    StableWeight read(int lane, String json) {
        Field field = mapper.readValue(json, Field.class);
        Instant receivedAt = Instant.ofEpochMilli(field.receivedAt);
        return new StableWeight(lane, field.grams, new Moment(field.boot, field.up, receivedAt));
    }

    /**
     * @param receivedAt epoch ms
     */
    private record Field(double grams, String boot, long up, long receivedAt) {}
}
