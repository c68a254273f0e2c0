/** What each order's basket costs, and how its money stands. */
@NullMarked
package io.kaimen.account.settlement;

import org.jspecify.annotations.NullMarked;
