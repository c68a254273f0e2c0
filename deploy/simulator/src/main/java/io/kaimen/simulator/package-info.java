/** Virtual cabinets that speak real MQTT and have lanes with mass. */
@NullMarked
package io.kaimen.simulator;

import org.jspecify.annotations.NullMarked;
