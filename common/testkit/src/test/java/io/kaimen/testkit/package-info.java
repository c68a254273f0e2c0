/** The test kit's own tests. */
@NullMarked
package io.kaimen.testkit;

import org.jspecify.annotations.NullMarked;
