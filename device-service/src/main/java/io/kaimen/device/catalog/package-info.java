/** Products, regions, sites, and the prices that hold for a region or everywhere. */
@NullMarked
package io.kaimen.device.catalog;

import org.jspecify.annotations.NullMarked;
