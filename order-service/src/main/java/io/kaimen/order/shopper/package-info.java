/** Shoppers and their login from the mini-program. */
@NullMarked
package io.kaimen.order.shopper;

import org.jspecify.annotations.NullMarked;
