/**
 * Shoppers who contest single lines of an ended order, with words and photos, and the operators who
 * decide. Accepting notes what is to be returned; it moves no money.
 */
@NullMarked
package io.kaimen.order.contest;

import org.jspecify.annotations.NullMarked;
