/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.stack;

import org.jspecify.annotations.NullMarked;
