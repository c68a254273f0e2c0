/** Shoppers' accounts. */
@NullMarked
package io.kaimen.account.book;

import org.jspecify.annotations.NullMarked;
