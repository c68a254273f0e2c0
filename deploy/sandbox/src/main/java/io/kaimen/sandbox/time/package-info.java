/** The platform's clock, its timer and the time formats on its wire. */
@NullMarked
package io.kaimen.sandbox.time;

import org.jspecify.annotations.NullMarked;
