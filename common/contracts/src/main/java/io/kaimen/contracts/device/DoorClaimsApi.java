package io.kaimen.contracts.device;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Claims on doors: no open command goes out without one. */
public interface DoorClaimsApi {

    /**
     * Claims a door. The same holder asking again gets the same claim: safe to repeat after a lost
     * answer.
     */
    @PostMapping("/internal/door-claims")
    ClaimAnswer claim(@RequestBody ClaimDoor request);

    /**
     * Gives a claim back whose door was never commanded to open; no effect when the holder has none
     * (any more), or when a door session exists: those end with the session.
     */
    @PostMapping("/internal/door-claims/release")
    void release(@RequestBody ReleaseClaim request);

    /**
     * Who wants which door.
     *
     * @param holder the order, task or operator action number it is for
     */
    record ClaimDoor(String sn, int door, ClaimKind kind, String holder) {}

    /** Names the claim to give back. */
    record ReleaseClaim(String sn, int door, String holder) {}

    /**
     * The claim, or why there is none.
     *
     * @param fence rises with every claim of this door; 0 when refused
     * @param lockToken the Redis lock's token; null when refused
     */
    record ClaimAnswer(Outcome outcome, long fence, @Nullable String lockToken) {}

    /** What a door is wanted for. */
    enum ClaimKind {
        SALE,
        RESTOCK,
        MAINTENANCE,
        CHANGE
    }

    /** Whether the door is theirs. */
    enum Outcome {
        CLAIMED,
        UNKNOWN_CABINET,
        UNKNOWN_DOOR,
        NOT_READY,
        OFFLINE,
        SUSPENDED,
        DOOR_IN_USE,
        DOOR_NOT_CLOSED,
        DOOR_FAULT,
        /** Redis was lost and is being rebuilt, which takes seconds. */
        STARTING_UP_AGAIN
    }
}
