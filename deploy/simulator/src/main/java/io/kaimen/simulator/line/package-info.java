/** A cabinet's line to the server: every message out and every command in passes here. */
@NullMarked
package io.kaimen.simulator.line;

import org.jspecify.annotations.NullMarked;
