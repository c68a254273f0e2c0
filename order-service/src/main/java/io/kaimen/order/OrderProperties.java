package io.kaimen.order;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
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
        @NotNull @DefaultValue("30d") Duration tokenLife) {}
