/**
 * One purchase against a running stack, made the way people make it: an operator's set-up through
 * the admin API, a shopper's taps, a virtual cabinet's door.
 */
@NullMarked
package io.kaimen.local.buy;

import org.jspecify.annotations.NullMarked;
