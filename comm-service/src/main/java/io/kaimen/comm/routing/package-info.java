/** Tells device-service which cabinets this instance holds. */
@NullMarked
package io.kaimen.comm.routing;

import org.jspecify.annotations.NullMarked;
