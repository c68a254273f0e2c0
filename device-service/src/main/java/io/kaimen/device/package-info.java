/**
 * The service that owns cabinets: what they are, what they sell, and what happens at their doors.
 */
@NullMarked
package io.kaimen.device;

import org.jspecify.annotations.NullMarked;
