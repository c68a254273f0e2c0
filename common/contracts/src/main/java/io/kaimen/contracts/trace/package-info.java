/** The order trace: what each service can tell of one order, moment by moment. */
@NullMarked
package io.kaimen.contracts.trace;

import org.jspecify.annotations.NullMarked;
