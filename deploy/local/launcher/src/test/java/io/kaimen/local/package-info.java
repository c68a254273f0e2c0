/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local;

import org.jspecify.annotations.NullMarked;
