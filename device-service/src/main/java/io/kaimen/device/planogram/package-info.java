/** Planograms: which lane sells which product, and the prices that hold for one lane. */
@NullMarked
package io.kaimen.device.planogram;

import org.jspecify.annotations.NullMarked;
