/** What the services ask of a payment platform, whichever it is. */
@NullMarked
package io.kaimen.channel.platform;

import org.jspecify.annotations.NullMarked;
