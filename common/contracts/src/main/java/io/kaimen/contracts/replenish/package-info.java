/** What replenish-service says: restock tasks. */
@NullMarked
package io.kaimen.contracts.replenish;

import org.jspecify.annotations.NullMarked;
