/** Calls to and callbacks from the outside: payment platforms, mini-program login. */
@NullMarked
package io.kaimen.channel;

import org.jspecify.annotations.NullMarked;
