/** Tests of the main package of the same name, with their fixtures. */
@NullMarked
package io.kaimen.device.shadow;

import org.jspecify.annotations.NullMarked;
