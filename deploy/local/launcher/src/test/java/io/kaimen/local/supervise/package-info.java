/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.supervise;

import org.jspecify.annotations.NullMarked;
