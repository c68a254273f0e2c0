/**
 * A running order as it happens, streamed to the shopper who watches it: states, and what the
 * scales behind the open door say (server-sent events).
 *
 * <p>Where the readings come from was weighed between two ways. <b>Consuming the weights' topic</b>
 * here as a broadcast would show each reading at once, but every instance would take in the whole
 * fleet's weights, 99 % of them of doors nobody watches. <b>Asking device-service</b>, which keeps
 * an open door's last readings in Redis anyway, costs one call of one key and one row for each look
 * of a watching shopper, nothing when nobody watches, and lets this service stay ignorant of
 * another's Redis. So each stream asks, two to three times a second, between unlock and decision
 * only; a stream is a virtual thread that mostly waits. Nothing is remembered between looks, so any
 * instance serves any shopper, and a lost stream is simply opened again.
 */
@NullMarked
package io.kaimen.order.live;

import org.jspecify.annotations.NullMarked;
