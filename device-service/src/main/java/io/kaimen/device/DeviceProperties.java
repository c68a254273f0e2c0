package io.kaimen.device;

import io.kaimen.contracts.device.Cadence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.device}. The defaults are {@code Timers.DEFAULTS} and {@code
 * Cadence.DEFAULT}; a test holds them together.
 */
@Validated
@ConfigurationProperties("kaimen.device")
public record DeviceProperties(
        @Valid @DefaultValue Doors doors,
        @Valid @DefaultValue Heartbeats heartbeats,
        @Valid @DefaultValue Weights weights,
        @Valid @DefaultValue Rhythm cadence,
        @Valid @DefaultValue Recovery recovery) {

    public DeviceProperties {
        Duration closedIsFinal = doors.openExpiry().plus(cadence.unlockWindow());
        if (doors.queries().getLast().compareTo(closedIsFinal) <= 0) {
            throw new IllegalArgumentException(
                    "the last door query must come after command expiry and unlock window");
        }
    }

    /**
     * Times of a door session.
     *
     * @param openExpiry how long after its issue an open command may still be given or obeyed (8 s)
     * @param queries when after the open command the door is asked whether it is open (2, 4, 8, 16,
     *     24 s); the last one after expiry and unlock window, because only then closed is final
     * @param queryExpiry how long a query may be given, and its answer is waited for (4 s)
     * @param weights how long after a close its stable weights are waited for (10 s)
     * @param weightsLook between looks for them (2 s)
     * @param leftOpenAlarms how long a door may stay open before each alarm (3 and 10 min)
     * @param abnormal how long it may stay open before its session is abnormal (30 min)
     * @param lockLease of a door's Redis lock, renewed while the claim lives (90 s)
     * @param settleLease how long one try to settle keeps others from trying (5 s)
     * @param retry between sweeps' repeated questions about a door that should be closed or is said
     *     to be (15 s)
     * @param eventGap how long an event waits for one before it that has not come (2 s)
     */
    public record Doors(
            @DefaultValue("8s") Duration openExpiry,
            @NotEmpty @DefaultValue({"2s", "4s", "8s", "16s", "24s"}) List<Duration> queries,
            @DefaultValue("4s") Duration queryExpiry,
            @DefaultValue("10s") Duration weights,
            @DefaultValue("2s") Duration weightsLook,
            @NotEmpty @DefaultValue({"3m", "10m"}) List<Duration> leftOpenAlarms,
            @DefaultValue("30m") Duration abnormal,
            @DefaultValue("90s") Duration lockLease,
            @DefaultValue("5s") Duration settleLease,
            @DefaultValue("15s") Duration retry,
            @DefaultValue("2s") Duration eventGap) {}

    /**
     * Judgement of silent cabinets.
     *
     * @param silent how long a cabinet may be silent before it counts as offline (60 s)
     * @param expectedShare below this share of last minute's expected heartbeats our side is at
     *     fault and nobody is judged (0.8)
     */
    public record Heartbeats(
            @DefaultValue("60s") Duration silent,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.8") double expectedShare) {}

    /**
     * Weights and what differences of them mean.
     *
     * @param retentionDays how many whole days readings are kept (7)
     * @param noiseGrams differences up to this are no change (5 g)
     * @param shrinkageGrams losses beyond whole units up to this are shrinkage (15 g)
     */
    public record Weights(
            @Positive @DefaultValue("7") int retentionDays,
            @PositiveOrZero @DefaultValue("5") double noiseGrams,
            @Positive @DefaultValue("15") double shrinkageGrams) {}

    /**
     * What cabinets are configured with when they connect.
     *
     * @param heartbeat between heartbeats (30 s)
     * @param closedWeights between weights of a closed door (30 s)
     * @param openWeights between weights of an open door (300 ms)
     * @param afterClose how long after a close that goes on (8 s)
     * @param unlockWindow how long an unlocked door waits to be pulled (14 s)
     */
    public record Rhythm(
            @DefaultValue("30s") Duration heartbeat,
            @DefaultValue("30s") Duration closedWeights,
            @DefaultValue("300ms") Duration openWeights,
            @DefaultValue("8s") Duration afterClose,
            @DefaultValue("14s") Duration unlockWindow) {

        /** As cabinets are told. */
        public Cadence toCadence() {
            return new Cadence(
                    (int) heartbeat.toMillis(),
                    (int) closedWeights.toMillis(),
                    (int) openWeights.toMillis(),
                    (int) afterClose.toMillis(),
                    (int) unlockWindow.toMillis());
        }
    }

    /**
     * What to do about a Redis that lost everything.
     *
     * @param watchEvery between looks for that (500 ms)
     * @param announcements how long comm-service's instances are waited for to announce what they
     *     hold (5 s); one that died never does
     * @param readings how old stored weights may be to stand for a lane (5 min)
     */
    public record Recovery(
            @DefaultValue("500ms") Duration watchEvery,
            @DefaultValue("5s") Duration announcements,
            @DefaultValue("5m") Duration readings) {}

    /** From when after an open command a closed door stays closed: nobody obeys it any more. */
    public Duration closedIsFinalAfter() {
        return doors.openExpiry().plus(cadence.unlockWindow());
    }
}
