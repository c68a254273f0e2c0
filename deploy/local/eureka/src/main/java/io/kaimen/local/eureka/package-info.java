/** The Eureka server, at which the services find each other, for one machine. */
@NullMarked
package io.kaimen.local.eureka;

import org.jspecify.annotations.NullMarked;
