/** What comm-service says: what cabinets reported, and what became of the commands sent to them. */
@NullMarked
package io.kaimen.contracts.comm;

import org.jspecify.annotations.NullMarked;
