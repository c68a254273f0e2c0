/** Claims: who may open which door, with a rising fence, and the Redis lock in front of each. */
@NullMarked
package io.kaimen.device.claim;

import org.jspecify.annotations.NullMarked;
