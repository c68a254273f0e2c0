package io.kaimen.device.session;

import io.kaimen.service.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What an operator may say of a session that went abnormal, and why they may not. */
final class HandDecision {

    private HandDecision() {}

    /**
     * What was taken, as somebody saw it.
     *
     * @param lines one for each lane; empty when nothing was taken
     */
    record Settle(
            @NotNull @Size(max = 100) List<@Valid Taken> lines,
            @NotBlank @Size(max = 150) String reason) {}

    /** Units taken from a lane. */
    record Taken(int lane, @Positive int quantity) {}

    /** The door never opened. */
    record Cancel(@NotBlank @Size(max = 150) String reason) {}

    /** Who decided, and why. */
    record By(String operator, String reason) {

        /** For the move's record. */
        String cause() {
            return "decided by " + operator + ": " + reason;
        }
    }

    /** Only an abnormal session is for people to decide; others go on by themselves. */
    static final class NotAbnormal extends Problem {

        private static final long serialVersionUID = 1;

        NotAbnormal(DoorSession session) {
            super(
                    HttpStatus.CONFLICT,
                    "session-not-abnormal",
                    "The door session of order %s is %s: there is nothing to decide."
                            .formatted(session.orderNo(), session.state()));
        }
    }

    /** A door that was seen open ends in a basket, if need be an empty one. */
    static final class DoorWasOpened extends Problem {

        private static final long serialVersionUID = 1;

        DoorWasOpened(String orderNo) {
            super(
                    HttpStatus.CONFLICT,
                    "door-was-opened",
                    "The door of order %s was seen open: settle it, with no lines if nothing is missing."
                            .formatted(orderNo));
        }
    }

    /** Lines that cannot be. */
    static final class WrongLines extends Problem {

        private static final long serialVersionUID = 1;

        WrongLines(String message) {
            super(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-lines", message);
        }
    }

    /** The broker or the database did not answer; the decision may or may not stand. */
    static final class NotKnownYet extends Problem {

        private static final long serialVersionUID = 1;

        NotKnownYet(String orderNo) {
            super(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "decision-not-known-yet",
                    "Whether order %s is settled is not known yet. Send the same again."
                            .formatted(orderNo));
        }
    }
}
