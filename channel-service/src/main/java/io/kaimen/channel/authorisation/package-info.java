/** Authorisations asked of the platforms, one row an order. */
@NullMarked
package io.kaimen.channel.authorisation;

import org.jspecify.annotations.NullMarked;
