package io.kaimen.channel.callback;

/** What became of a thing we were told. */
enum NotificationStatus {
    /** Acted upon. */
    BELIEVED,
    /** Contradicts what we know; the platform has to be asked. */
    DISPUTED,
    /** Contradicted, the platform was asked, and its answer acted upon. */
    RESOLVED
}
