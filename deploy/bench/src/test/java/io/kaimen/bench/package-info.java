/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.bench;

import org.jspecify.annotations.NullMarked;
