/** The order trace: what every service knows of one order, on one timeline, for operators. */
@NullMarked
package io.kaimen.order.trace;

import org.jspecify.annotations.NullMarked;
