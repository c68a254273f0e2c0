/**
 * The other services' HTTP sides, played inside the context under test and reached by Feign like
 * the real ones; and what tests need to call this service and to see what it publishes.
 */
@NullMarked
package io.kaimen.order.played;

import org.jspecify.annotations.NullMarked;
