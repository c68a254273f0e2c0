/** What a door sells, before a shopper authorises. */
@NullMarked
package io.kaimen.order.door;

import org.jspecify.annotations.NullMarked;
