/** The time of a cabinet, which passes by itself or when a test says so. */
@NullMarked
package io.kaimen.simulator.time;

import org.jspecify.annotations.NullMarked;
