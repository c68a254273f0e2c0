/**
 * Terminates the cabinets' MQTT connections and speaks RocketMQ to the other services; keeps
 * nothing durable.
 */
@NullMarked
package io.kaimen.comm;

import org.jspecify.annotations.NullMarked;
