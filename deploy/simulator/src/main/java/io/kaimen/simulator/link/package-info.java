/** The cabinet's connection: MQTT, reconnecting. */
@NullMarked
package io.kaimen.simulator.link;

import org.jspecify.annotations.NullMarked;
