/**
 * What device-service says and is asked: commands, door sessions, baskets, claims, cabinet
 * connections.
 */
@NullMarked
package io.kaimen.contracts.device;

import org.jspecify.annotations.NullMarked;
