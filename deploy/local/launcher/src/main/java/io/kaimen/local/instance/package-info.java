/** One instance of the stack on this machine: its home folder, ports and secrets. */
@NullMarked
package io.kaimen.local.instance;

import org.jspecify.annotations.NullMarked;
