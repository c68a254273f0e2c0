package io.kaimen.local.chaos;

import java.util.Locale;

/** How far a purchase is, in the order in which it comes there. */
enum Stage {
    /** The shopper taps; nobody has answered yet. */
    SCANNED,
    /** There is an order, and the platform waits for the shopper's consent. */
    AUTHORISING,
    /** The shopper has just consented. */
    CONFIRMED,
    /** The cabinet has released the lock. */
    UNLOCKED,
    /** The door stands open. */
    OPEN,
    /** The door has just been closed; nothing is weighed yet. */
    CLOSED,
    /** The basket is booked, the money not collected yet. */
    CAPTURING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
