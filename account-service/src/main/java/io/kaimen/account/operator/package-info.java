/** Operators and their logins. */
@NullMarked
package io.kaimen.account.operator;

import org.jspecify.annotations.NullMarked;
