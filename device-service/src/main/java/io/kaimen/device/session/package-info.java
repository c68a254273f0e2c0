/**
 * Door sessions: what happens at the door for one purchase, from the open command to the basket.
 */
@NullMarked
package io.kaimen.device.session;

import org.jspecify.annotations.NullMarked;
