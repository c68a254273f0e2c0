/** What order-service says: orders authorised, cancelled, and its own reminders. */
@NullMarked
package io.kaimen.contracts.order;

import org.jspecify.annotations.NullMarked;
