/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.shop;

import org.jspecify.annotations.NullMarked;
