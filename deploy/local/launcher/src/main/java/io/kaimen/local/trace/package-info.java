/** The flight recorder on a terminal: one order's whole story, told by a running stack. */
@NullMarked
package io.kaimen.local.trace;

import org.jspecify.annotations.NullMarked;
