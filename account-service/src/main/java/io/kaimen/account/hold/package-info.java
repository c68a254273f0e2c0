/** Holds that allow one running purchase per shopper. */
@NullMarked
package io.kaimen.account.hold;

import org.jspecify.annotations.NullMarked;
