/** Orders as shoppers and operators see them. */
@NullMarked
package io.kaimen.order.lookup;

import org.jspecify.annotations.NullMarked;
