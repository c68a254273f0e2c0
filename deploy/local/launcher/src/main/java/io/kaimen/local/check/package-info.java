/**
 * {@code deploy/check}: whether what must always hold does hold across the schemas, Redis, the
 * broker and the payment platform of a running stack.
 */
@NullMarked
package io.kaimen.local.check;

import org.jspecify.annotations.NullMarked;
