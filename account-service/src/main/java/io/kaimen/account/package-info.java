/** Money: accounts, purchase holds, the ledger, settlement and operator logins. */
@NullMarked
package io.kaimen.account;

import org.jspecify.annotations.NullMarked;
