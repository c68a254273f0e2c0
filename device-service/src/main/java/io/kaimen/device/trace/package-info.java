/** What happened at the door for one order, told again: moments, lanes and weight curves. */
@NullMarked
package io.kaimen.device.trace;

import org.jspecify.annotations.NullMarked;
