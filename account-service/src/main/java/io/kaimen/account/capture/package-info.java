/** Collecting what is due at the payment platforms, asking until they have said. */
@NullMarked
package io.kaimen.account.capture;

import org.jspecify.annotations.NullMarked;
