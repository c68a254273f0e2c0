/**
 * The shop that is set up for trying: its products, its cabinets and the operator behind them, all
 * reached as their users reach them, over HTTP.
 */
@NullMarked
package io.kaimen.local.shop;

import org.jspecify.annotations.NullMarked;
