/** Weights as they stream in: stored for a week, the stable ones kept in the shadow. */
@NullMarked
package io.kaimen.device.weights;

import org.jspecify.annotations.NullMarked;
