/** Paged lists. */
@NullMarked
package io.kaimen.service.page;

import org.jspecify.annotations.NullMarked;
