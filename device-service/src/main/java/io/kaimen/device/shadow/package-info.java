/** What Redis knows of each cabinet right now: doors, last stable weights, status. */
@NullMarked
package io.kaimen.device.shadow;

import org.jspecify.annotations.NullMarked;
