package io.kaimen.comm;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.comm}.
 *
 * @param instance this instance's name, unique among the running ones and the same after a restart;
 *     commands for its cabinets carry it as their RocketMQ tag
 * @param mqttAddress address the MQTT listener binds
 * @param mqttPort port of the MQTT listener; 0 takes any free one
 * @param watchRedis between looks whether Redis was emptied and wants to be told of all cabinets
 *     held here
 * @param limits what cabinets may cost
 */
@Validated
@ConfigurationProperties("kaimen.comm")
public record CommProperties(
        @Pattern(regexp = "[A-Za-z0-9_-]{1,32}") String instance,
        @NotBlank @DefaultValue("0.0.0.0") String mqttAddress,
        @Min(0) @Max(65_535) @DefaultValue("1883") int mqttPort,
        @DurationMin(millis = 10) @DefaultValue("500ms") Duration watchRedis,
        @Valid @DefaultValue Limits limits) {

    /**
     * What one cabinet, and all of them together, may cost.
     *
     * @param connections held at once; further ones are closed unread
     * @param connectWithin from the TCP connection to a complete CONNECT
     * @param packetBytes of one MQTT packet
     * @param keepAlive the longest time between two packets of a cabinet; it is closed after one
     *     and a half times of that, or of the shorter time it asked for
     * @param inFlightPerConnection messages of one cabinet not yet stored; then its socket is not
     *     read
     * @param inFlight messages of all cabinets being stored at once; the broker rejects more
     * @param outboundBytes waiting to be written to one cabinet; then its socket is not read, and
     *     commands are not given
     * @param unacknowledgedCommands written to one cabinet and not acknowledged by its MQTT client
     * @param authentications asked of device-service at once; further ones wait
     * @param authenticateWithin the wait for a turn to ask; asking has the HTTP client's own limits
     * @param drain how long a stop waits for messages being stored
     */
    public record Limits(
            @Min(1) @DefaultValue("19500") int connections,
            @DurationMin(millis = 100) @DefaultValue("10s") Duration connectWithin,
            @Min(1_024) @Max(1_048_576) @DefaultValue("65536") int packetBytes,
            @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("90s")
                    Duration keepAlive,
            @Min(1) @Max(1_000) @DefaultValue("16") int inFlightPerConnection,
            @Min(1) @DefaultValue("2000") int inFlight,
            @Min(1_024) @DefaultValue("65536") int outboundBytes,
            @Min(1) @Max(1_000) @DefaultValue("32") int unacknowledgedCommands,
            @Min(1) @DefaultValue("64") int authentications,
            @DurationMin(millis = 100) @DefaultValue("10s") Duration authenticateWithin,
            @DurationMin(millis = 0) @DefaultValue("5s") Duration drain) {}
}
