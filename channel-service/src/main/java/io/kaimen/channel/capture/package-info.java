/** Captures asked of the platforms, one row an order. */
@NullMarked
package io.kaimen.channel.capture;

import org.jspecify.annotations.NullMarked;
