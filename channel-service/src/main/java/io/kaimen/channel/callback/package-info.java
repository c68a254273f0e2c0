/** What the platforms tell us: verified, recorded once, published. */
@NullMarked
package io.kaimen.channel.callback;

import org.jspecify.annotations.NullMarked;
