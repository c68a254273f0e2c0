/**
 * What tests of all modules share: the real middleware, started once a build, and the architecture
 * rules.
 */
@NullMarked
package io.kaimen.testkit;

import org.jspecify.annotations.NullMarked;
