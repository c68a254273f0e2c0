/** The warehouses that supply cabinets. */
@NullMarked
package io.kaimen.replenish.warehouse;

import org.jspecify.annotations.NullMarked;
