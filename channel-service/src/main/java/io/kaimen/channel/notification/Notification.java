package io.kaimen.channel.notification;

import java.time.Instant;

/**
 * Something somebody outside is to be told.
 *
 * @param subject what it is about; with the kind, what makes it the same notification
 * @param recipient who; for a restock task the warehouse whose restockers they are
 */
record Notification(
        Kind kind,
        String subject,
        String recipient,
        String text,
        Status status,
        Instant createdAt) {

    /** What it is about. */
    enum Kind {
        RESTOCK_TASK
    }

    /** What became of it. */
    enum Status {
        QUEUED
    }
}
