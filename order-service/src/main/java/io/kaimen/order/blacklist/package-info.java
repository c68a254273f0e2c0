/** Shoppers who may not buy, with reason and expiry. */
@NullMarked
package io.kaimen.order.blacklist;

import org.jspecify.annotations.NullMarked;
