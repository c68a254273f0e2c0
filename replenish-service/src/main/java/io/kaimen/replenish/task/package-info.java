/** Restock tasks: which lanes of a cabinet need goods. */
@NullMarked
package io.kaimen.replenish.task;

import org.jspecify.annotations.NullMarked;
