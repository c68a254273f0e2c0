/** Exchanges mini-program codes for openids. */
@NullMarked
package io.kaimen.channel.login;

import org.jspecify.annotations.NullMarked;
