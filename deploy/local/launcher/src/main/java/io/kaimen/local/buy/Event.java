package io.kaimen.local.buy;

import java.time.Instant;

/**
 * Something that happened during a purchase.
 *
 * @param who did it: a service, or the shopper, the cabinet, WeChat
 * @param what in plain words
 * @param state what it made of the order; empty when nothing
 */
record Event(Instant at, String who, String what, String state) {

    Event movedTo(Instant moment) {
        return new Event(moment, who, what, state);
    }

    static Event of(Instant at, String who, String what) {
        return new Event(at, who, what, "");
    }
}
