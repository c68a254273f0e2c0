/** Misbehaviour that can be switched on for one order or for all. */
@NullMarked
package io.kaimen.sandbox.faults;

import org.jspecify.annotations.NullMarked;
