/** What cabinets are told: commands from RocketMQ, the cadence, the server's time. */
@NullMarked
package io.kaimen.comm.downlink;

import org.jspecify.annotations.NullMarked;
