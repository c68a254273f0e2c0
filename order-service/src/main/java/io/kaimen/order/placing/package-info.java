/** Placing an order: from a shopper at a door to an authorisation they can confirm. */
@NullMarked
package io.kaimen.order.placing;

import org.jspecify.annotations.NullMarked;
