/** The MQTT server: listener, pipeline, and the one place where connections are closed. */
@NullMarked
package io.kaimen.comm.server;

import org.jspecify.annotations.NullMarked;
