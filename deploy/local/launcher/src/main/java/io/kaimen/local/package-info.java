/** The commands behind {@code deploy/up} and {@code deploy/down}. */
@NullMarked
package io.kaimen.local;

import org.jspecify.annotations.NullMarked;
