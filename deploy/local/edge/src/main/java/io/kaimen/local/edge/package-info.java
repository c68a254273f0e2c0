/**
 * The one address of the local stack: routes what shoppers, operators and platforms send to the
 * services, and serves the pages.
 */
@NullMarked
package io.kaimen.local.edge;

import org.jspecify.annotations.NullMarked;
