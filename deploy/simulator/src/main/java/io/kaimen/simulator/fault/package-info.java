/** What can be wrong with a cabinet on purpose, and for how long. */
@NullMarked
package io.kaimen.simulator.fault;

import org.jspecify.annotations.NullMarked;
