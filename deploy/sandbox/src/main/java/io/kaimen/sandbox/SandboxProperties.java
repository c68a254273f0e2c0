package io.kaimen.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sandbox's configuration.
 *
 * @param keysDir folder of keys and {@code wechat.properties}, private to its owner; default {@code
 *     secrets/sandbox} in the working directory
 * @param dataDir folder of the journal; default {@code data/sandbox} in the working directory
 * @param logsKept orders whose calls and notifications are kept; default 2000
 * @param payscore what WeChat's operations would have set for the merchant's service
 * @param notification how notifications are sent
 */
@ConfigurationProperties("kaimen.sandbox")
public record SandboxProperties(
        @DefaultValue("secrets/sandbox") Path keysDir,
        @DefaultValue("data/sandbox") Path dataDir,
        @DefaultValue("2000") int logsKept,
        @DefaultValue Payscore payscore,
        @DefaultValue Notification notification) {

    /** Refuses to keep nothing at all. */
    public SandboxProperties {
        require(logsKept > 0, "kaimen.sandbox.logs-kept must be positive");
    }

    /** Which orders the service may create; a real service id has exactly one mode. */
    public enum Mode {
        /** The user confirms each order (需确认). */
        NEED_CONFIRM,
        /** The user has authorised the service once (免确认). */
        NO_CONFIRM,
        /** Both, so that one service id is enough to try either. */
        BOTH
    }

    /**
     * The service's contract and the platform's habits.
     *
     * @param mode which orders the service may create; default {@code BOTH}
     * @param riskCeiling largest amount of one order, in fen; default 50000
     * @param openOrders running orders one person may have; default 3
     * @param overdueAfter age at which an order waiting for payment blocks its person; default 24 h
     * @param deductionDelay from completion to the first deduction; default 300 ms
     * @param deductionRetry from a failed deduction to the next; default 10 s
     */
    public record Payscore(
            @DefaultValue("BOTH") Mode mode,
            @DefaultValue("50000") long riskCeiling,
            @DefaultValue("3") int openOrders,
            @DefaultValue("24h") Duration overdueAfter,
            @DefaultValue("300ms") Duration deductionDelay,
            @DefaultValue("10s") Duration deductionRetry) {

        /** Refuses limits that would let nothing through. */
        public Payscore {
            require(riskCeiling > 0, "kaimen.sandbox.payscore.risk-ceiling must be positive");
            require(openOrders > 0, "kaimen.sandbox.payscore.open-orders must be positive");
            require(
                    !deductionRetry.isNegative() && !deductionRetry.isZero(),
                    "kaimen.sandbox.payscore.deduction-retry must be positive");
        }
    }

    /**
     * How notifications are sent.
     *
     * @param delay from the event to the first attempt; default 50 ms
     * @param timeScale factor on WeChat's retry schedule (15 s, 15 s, 30 s, 3 min …); default 1.0
     * @param deadline time the receiver has to answer; default 5 s
     */
    public record Notification(
            @DefaultValue("50ms") Duration delay,
            @DefaultValue("1.0") double timeScale,
            @DefaultValue("5s") Duration deadline) {

        /** Refuses a schedule that stands still. */
        public Notification {
            require(timeScale > 0, "kaimen.sandbox.notification.time-scale must be positive");
            require(
                    !deadline.isNegative() && !deadline.isZero(),
                    "kaimen.sandbox.notification.deadline must be positive");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
