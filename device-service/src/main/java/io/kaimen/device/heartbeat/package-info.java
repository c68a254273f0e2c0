/** Judgement of cabinets that fell silent or speak again. */
@NullMarked
package io.kaimen.device.heartbeat;

import org.jspecify.annotations.NullMarked;
