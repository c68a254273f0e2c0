/**
 * What channel-service says and is asked: logins, authorisations and captures at payment platforms.
 */
@NullMarked
package io.kaimen.contracts.channel;

import org.jspecify.annotations.NullMarked;
