/** Where the evidence comes from: the tables, the door locks, the messages and the platform. */
@NullMarked
package io.kaimen.local.check.source;

import org.jspecify.annotations.NullMarked;
