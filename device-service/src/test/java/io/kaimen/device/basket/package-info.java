/** Tests of the basket arithmetic. */
@NullMarked
package io.kaimen.device.basket;

import org.jspecify.annotations.NullMarked;
