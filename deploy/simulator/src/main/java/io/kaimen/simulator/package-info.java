/** Virtual cabinets that speak real MQTT and have lanes with mass, many in one process. */
@NullMarked
package io.kaimen.simulator;

import org.jspecify.annotations.NullMarked;
