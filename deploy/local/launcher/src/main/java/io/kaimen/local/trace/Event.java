package io.kaimen.local.trace;

import java.time.Instant;

/**
 * Something that happened to an order, in words.
 *
 * @param who did it: a service, or the shopper, the cabinet, WeChat
 * @param what in plain words
 * @param state what it made of the order; empty when nothing
 */
public record Event(Instant at, String who, String what, String state) {

    /** One that made nothing of the order's states. */
    public static Event of(Instant at, String who, String what) {
        return new Event(at, who, what, "");
    }
}
