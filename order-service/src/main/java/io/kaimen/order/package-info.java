/** The order service: shoppers, their orders, and the back end of the mini-program. */
@NullMarked
package io.kaimen.order;

import org.jspecify.annotations.NullMarked;
