/** Benchmarks that anyone can run: what is measured, on which machine, against which goals. */
@NullMarked
package io.kaimen.bench;

import org.jspecify.annotations.NullMarked;
