/**
 * Orders: their three state machines, how messages move them, how they are authorised and
 * cancelled.
 */
@NullMarked
package io.kaimen.order.sale;

import org.jspecify.annotations.NullMarked;
