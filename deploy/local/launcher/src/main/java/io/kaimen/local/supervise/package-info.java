/** Starts processes in the order of their dependencies, keeps them running and stops them. */
@NullMarked
package io.kaimen.local.supervise;

import org.jspecify.annotations.NullMarked;
