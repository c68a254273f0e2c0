/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.chaos;

import org.jspecify.annotations.NullMarked;
