/** The append-only file that lets the platform remember across restarts. */
@NullMarked
package io.kaimen.sandbox.journal;

import org.jspecify.annotations.NullMarked;
