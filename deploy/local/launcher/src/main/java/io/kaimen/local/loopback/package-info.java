/** Given to every started program: keeps its Netty servers on this machine. */
@NullMarked
package io.kaimen.local.loopback;

import org.jspecify.annotations.NullMarked;
