/** The log of what the merchant asked and what it was answered, order by order. */
@NullMarked
package io.kaimen.sandbox.calls;

import org.jspecify.annotations.NullMarked;
