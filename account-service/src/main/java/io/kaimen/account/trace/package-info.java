/** What the books say of one order, told again moment by moment. */
@NullMarked
package io.kaimen.account.trace;

import org.jspecify.annotations.NullMarked;
