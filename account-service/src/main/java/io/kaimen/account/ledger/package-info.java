/** The double-entry ledger: what is posted sums to zero, balances are sums. */
@NullMarked
package io.kaimen.account.ledger;

import org.jspecify.annotations.NullMarked;
