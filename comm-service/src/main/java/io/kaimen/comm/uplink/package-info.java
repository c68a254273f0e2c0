/** What cabinets publish: one handler for each kind of message, to RocketMQ or Redis. */
@NullMarked
package io.kaimen.comm.uplink;

import org.jspecify.annotations.NullMarked;
