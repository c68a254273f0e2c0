/** How long each stage of a purchase takes on a running stack. */
@NullMarked
package io.kaimen.bench.purchase;

import org.jspecify.annotations.NullMarked;
