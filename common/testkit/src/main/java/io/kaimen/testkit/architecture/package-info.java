/** The architecture rules of the suite; every module runs those that concern it. */
@NullMarked
package io.kaimen.testkit.architecture;

import org.jspecify.annotations.NullMarked;
