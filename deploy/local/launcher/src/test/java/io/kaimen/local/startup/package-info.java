/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.startup;

import org.jspecify.annotations.NullMarked;
