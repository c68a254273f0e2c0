/** Messages to and from RocketMQ: outbox, consumers that handle an event once, direct sends. */
@NullMarked
package io.kaimen.service.messaging;

import org.jspecify.annotations.NullMarked;
