/** What is inside a door, for shoppers before they authorise. */
@NullMarked
package io.kaimen.device.offer;

import org.jspecify.annotations.NullMarked;
