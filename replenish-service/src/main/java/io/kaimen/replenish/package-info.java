/** Goods: warehouses, book stock of every lane, restock tasks. */
@NullMarked
package io.kaimen.replenish;

import org.jspecify.annotations.NullMarked;
