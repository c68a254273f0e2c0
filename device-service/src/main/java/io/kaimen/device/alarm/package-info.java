/** What operators must hear of: raised once each, logged, counted and listed. */
@NullMarked
package io.kaimen.device.alarm;

import org.jspecify.annotations.NullMarked;
