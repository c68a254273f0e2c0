/**
 * {@code deploy/chaos}: makes purchases while components of a running stack are killed, stopped and
 * restarted, and says how every purchase ended.
 */
@NullMarked
package io.kaimen.local.chaos;

import org.jspecify.annotations.NullMarked;
