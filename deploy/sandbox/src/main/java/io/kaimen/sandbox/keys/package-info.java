/** The keys and identities of the merchant and of the platform, generated at the first start. */
@NullMarked
package io.kaimen.sandbox.keys;

import org.jspecify.annotations.NullMarked;
