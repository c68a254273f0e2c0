/** What one order did to stock, told again moment by moment. */
@NullMarked
package io.kaimen.replenish.trace;

import org.jspecify.annotations.NullMarked;
