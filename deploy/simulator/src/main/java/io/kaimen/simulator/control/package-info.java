/** The HTTP side: which cabinets there are, and what shoppers do to them. */
@NullMarked
package io.kaimen.simulator.control;

import org.jspecify.annotations.NullMarked;
