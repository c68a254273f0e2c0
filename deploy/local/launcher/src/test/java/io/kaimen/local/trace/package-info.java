/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.trace;

import org.jspecify.annotations.NullMarked;
