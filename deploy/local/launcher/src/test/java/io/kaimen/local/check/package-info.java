/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.check;

import org.jspecify.annotations.NullMarked;
