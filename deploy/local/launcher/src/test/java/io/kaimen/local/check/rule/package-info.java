/** Tests of the package of the same name. */
@NullMarked
package io.kaimen.local.check.rule;

import org.jspecify.annotations.NullMarked;
