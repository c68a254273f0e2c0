/** One virtual cabinet: its doors, lanes and scales, its memory, and what it says and obeys. */
@NullMarked
package io.kaimen.simulator.cabinet;

import org.jspecify.annotations.NullMarked;
