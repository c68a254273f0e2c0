/** Connections that are authenticated cabinets: who they are, and the one session of each. */
@NullMarked
package io.kaimen.comm.session;

import org.jspecify.annotations.NullMarked;
