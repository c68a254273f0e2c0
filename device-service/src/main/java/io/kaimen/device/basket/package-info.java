/** From weights to a basket: numbers only, no framework and no I/O. */
@NullMarked
package io.kaimen.device.basket;

import org.jspecify.annotations.NullMarked;
