package io.kaimen.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.order}.
 *
 * @param authorise how long a shopper has to confirm at the platform; see {@code Timers}
 * @param doorPatience how long after the authorisation the door may go unheard of; above the last
 *     of device-service's own questions
 * @param lookAgain between tries of what a service or platform did not answer
 * @param tapWait how long a second tap waits for the first one's answer
 * @param endingWait how long a tap waits for the shopper's last order to end
 * @param intentAge how old the note of a claim is before it counts as left behind; well above every
 *     timeout of placing an order
 * @param tokenLife how long a shopper stays logged in
 * @param live streams of running orders
 * @param contests of lines of ended orders
 */
@Validated
@ConfigurationProperties("kaimen.order")
public record OrderProperties(
        @NotNull @DefaultValue("60s") Duration authorise,
        @NotNull @DefaultValue("30s") Duration doorPatience,
        @NotNull @DefaultValue("10s") Duration lookAgain,
        @NotNull @DefaultValue("8s") Duration tapWait,
        @NotNull @DefaultValue("3s") Duration endingWait,
        @NotNull @DefaultValue("30s") Duration intentAge,
        @NotNull @DefaultValue("30d") Duration tokenLife,
        @Valid @DefaultValue Live live,
        @Valid @DefaultValue Contests contests) {

    /**
     * Streams of running orders to the shoppers who watch them.
     *
     * @param streams open at once on one instance
     * @param streamsPerShopper open at once on one instance for one shopper
     * @param look between looks at the order and at an open door's scales
     * @param patience before device-service is asked again when it did not answer
     * @param heartbeat the longest silence; below every proxy's patience
     * @param life after which the page has to open another one, its token checked again
     */
    public record Live(
            @Positive @DefaultValue("500") int streams,
            @Positive @DefaultValue("3") int streamsPerShopper,
            @NotNull @DefaultValue("400ms") Duration look,
            @NotNull @DefaultValue("2s") Duration patience,
            @NotNull @DefaultValue("8s") Duration heartbeat,
            @NotNull @DefaultValue("10m") Duration life) {}

    /**
     * Contests of lines.
     *
     * @param within how long after its basket an order's lines can be contested
     * @param photoSize of one photo as it is sent; the edge takes no more than 1 MB of anything, so
     *     pages shrink photos before they send them
     * @param photos folder where photos are kept, shared by all instances
     */
    public record Contests(
            @NotNull @DefaultValue("7d") Duration within,
            @NotNull @DefaultValue("5MB") DataSize photoSize,
            @NotNull @DefaultValue("photos") Path photos) {}
}
