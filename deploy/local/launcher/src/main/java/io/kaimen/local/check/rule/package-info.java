/** What must hold: one rule a class, each with the story of what it compares. */
@NullMarked
package io.kaimen.local.check.rule;

import org.jspecify.annotations.NullMarked;
