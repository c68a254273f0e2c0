/** A purchase against a running stack. */
@NullMarked
package io.kaimen.local.buy;

import org.jspecify.annotations.NullMarked;
