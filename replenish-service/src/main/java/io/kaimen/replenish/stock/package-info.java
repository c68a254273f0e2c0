/** Book stock: what should be in each lane, and every change of it. */
@NullMarked
package io.kaimen.replenish.stock;

import org.jspecify.annotations.NullMarked;
