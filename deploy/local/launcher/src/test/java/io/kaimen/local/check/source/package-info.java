/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.check.source;

import org.jspecify.annotations.NullMarked;
