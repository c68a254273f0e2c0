package io.kaimen.sandbox.wechat.payscore.order;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an order stands, with what is known only there. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Stage.Created.class, name = "CREATED"),
    @JsonSubTypes.Type(value = Stage.Running.class, name = "RUNNING"),
    @JsonSubTypes.Type(value = Stage.Collecting.class, name = "COLLECTING"),
    @JsonSubTypes.Type(value = Stage.Done.class, name = "DONE"),
    @JsonSubTypes.Type(value = Stage.Revoked.class, name = "REVOKED"),
    @JsonSubTypes.Type(value = Stage.Expired.class, name = "EXPIRED")
})
public sealed interface Stage {

    /** The state on the wire. */
    String state();

    /** The state's description on the wire, given only while DOING. */
    default @Nullable String stateDescription() {
        return null;
    }

    /** Who vouched for it; null when nobody has. */
    default @Nullable Confirmation confirmation() {
        return null;
    }

    /** What it costs; null before completion. */
    default @Nullable Bill bill() {
        return null;
    }

    /** Whether nothing can happen to it any more. */
    default boolean ended() {
        return false;
    }

    /**
     * Waiting for the user.
     *
     * @param ticket lets the buttons of the opened page act; null until the page is opened, which
     *     only happens once
     */
    record Created(@Nullable String ticket) implements Stage {
        @Override
        public String state() {
            return "CREATED";
        }
    }

    /**
     * The service is running.
     *
     * @param confirmation who vouched for it
     */
    record Running(Confirmation confirmation) implements Stage {
        @Override
        public String state() {
            return "DOING";
        }

        @Override
        public String stateDescription() {
            return "USER_CONFIRM";
        }
    }

    /**
     * Completed, not yet paid; the platform deducts until it succeeds.
     *
     * @param confirmation who vouched for it
     * @param bill what is due
     * @param since when it was completed
     * @param failures deductions that failed
     * @param nextDeduction when the platform tries next
     */
    record Collecting(
            Confirmation confirmation,
            Bill bill,
            Instant since,
            int failures,
            Instant nextDeduction)
            implements Stage {
        @Override
        public String state() {
            return "DOING";
        }

        @Override
        public String stateDescription() {
            return "MCH_COMPLETE";
        }

        /** Whether the first deduction is still running, in which time nobody may interfere. */
        boolean isDeducting() {
            return failures == 0;
        }
    }

    /**
     * Paid, or nothing was due.
     *
     * @param confirmation who vouched for it
     * @param bill what was due
     * @param payment how it was paid; null when nothing was due
     */
    record Done(Confirmation confirmation, Bill bill, @Nullable Payment payment) implements Stage {
        @Override
        public String state() {
            return "DONE";
        }

        @Override
        public boolean ended() {
            return true;
        }
    }

    /**
     * Cancelled by the merchant.
     *
     * @param confirmation who had vouched for it; null when nobody had
     * @param reason why
     */
    record Revoked(@Nullable Confirmation confirmation, String reason) implements Stage {
        @Override
        public String state() {
            return "REVOKED";
        }

        @Override
        public boolean ended() {
            return true;
        }
    }

    /** Never confirmed. */
    record Expired() implements Stage {
        @Override
        public String state() {
            return "EXPIRED";
        }

        @Override
        public boolean ended() {
            return true;
        }
    }
}
