/** What makes a later start quicker than the first, and what everything together takes. */
@NullMarked
package io.kaimen.local.startup;

import org.jspecify.annotations.NullMarked;
