/**
 * What the stack consists of: how each component is configured, started and asked for its health.
 */
@NullMarked
package io.kaimen.local.stack;

import org.jspecify.annotations.NullMarked;
