/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.instance;

import org.jspecify.annotations.NullMarked;
