/** What account-service says and is asked: accounts, purchase holds, charges. */
@NullMarked
package io.kaimen.contracts.account;

import org.jspecify.annotations.NullMarked;
