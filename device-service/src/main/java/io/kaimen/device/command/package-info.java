/** Commands to cabinets, and what became of them. */
@NullMarked
package io.kaimen.device.command;

import org.jspecify.annotations.NullMarked;
