/** What global transactions leave behind. */
@NullMarked
package io.kaimen.service.transaction;

import org.jspecify.annotations.NullMarked;
