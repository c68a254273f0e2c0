package io.kaimen.order.placing;

import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Why a shopper gets no order now. Each has words under {@code refusal.<code>}. */
enum Refusal {
    BLACKLISTED(HttpStatus.FORBIDDEN),
    WRONG_PLATFORM(HttpStatus.CONFLICT),
    /** Another door's order is still running. */
    ORDER_RUNNING(HttpStatus.CONFLICT),
    /** The last order is just being ended. */
    ORDER_ENDING(HttpStatus.CONFLICT),
    ORDER_UNPAID(HttpStatus.CONFLICT),
    /** An earlier tap is still at work after the time a tap waits. */
    ORDER_BUSY(HttpStatus.CONFLICT),
    UNKNOWN_CABINET(HttpStatus.NOT_FOUND),
    UNKNOWN_DOOR(HttpStatus.NOT_FOUND),
    CABINET_NOT_READY(HttpStatus.CONFLICT),
    CABINET_OFFLINE(HttpStatus.CONFLICT),
    CABINET_SUSPENDED(HttpStatus.CONFLICT),
    DOOR_IN_USE(HttpStatus.CONFLICT),
    DOOR_NOT_CLOSED(HttpStatus.CONFLICT),
    DOOR_FAULT(HttpStatus.CONFLICT),
    AUTHORISATION_REFUSED(HttpStatus.CONFLICT),
    /** Our side has just lost what it knew of the cabinets, and learns it again. */
    STARTING_UP_AGAIN(HttpStatus.SERVICE_UNAVAILABLE),
    CABINET_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE),
    ACCOUNT_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE),
    PLATFORM_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** When trying again makes sense by itself; nothing when something has to change first. */
    Optional<Duration> retryAfter() {
        return switch (this) {
            case ORDER_ENDING, ORDER_BUSY -> Optional.of(Duration.ofSeconds(3));
            case CABINET_UNREACHABLE,
                    ACCOUNT_UNREACHABLE,
                    PLATFORM_UNREACHABLE,
                    STARTING_UP_AGAIN ->
                    Optional.of(Duration.ofSeconds(5));
            default -> Optional.empty();
        };
    }

    /** For programs. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What a refused claim means to the shopper.
     *
     * @throws IllegalArgumentException for a claim that was given
     */
    static Refusal of(Outcome outcome) {
        return switch (outcome) {
            case UNKNOWN_CABINET -> UNKNOWN_CABINET;
            case UNKNOWN_DOOR -> UNKNOWN_DOOR;
            case NOT_READY -> CABINET_NOT_READY;
            case OFFLINE -> CABINET_OFFLINE;
            case SUSPENDED -> CABINET_SUSPENDED;
            case DOOR_IN_USE -> DOOR_IN_USE;
            case DOOR_NOT_CLOSED -> DOOR_NOT_CLOSED;
            case DOOR_FAULT -> DOOR_FAULT;
            case STARTING_UP_AGAIN -> STARTING_UP_AGAIN;
            case CLAIMED -> throw new IllegalArgumentException("not refused");
        };
    }
}
