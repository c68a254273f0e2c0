/** Cabinets: registration, credentials, connections and status. */
@NullMarked
package io.kaimen.device.cabinet;

import org.jspecify.annotations.NullMarked;
