/**
 * Keeps what people outside are to be told, in words, once. Nothing is delivered yet: rows stay
 * QUEUED until SMS and Feishu are spoken to.
 */
@NullMarked
package io.kaimen.channel.notification;

import org.jspecify.annotations.NullMarked;
