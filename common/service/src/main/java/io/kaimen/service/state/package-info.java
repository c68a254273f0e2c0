/** Errors of state machines that are saved by guarded updates. */
@NullMarked
package io.kaimen.service.state;

import org.jspecify.annotations.NullMarked;
