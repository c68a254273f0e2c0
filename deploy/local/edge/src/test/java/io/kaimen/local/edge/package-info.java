/** The edge against real HTTP servers in the place of services. */
@NullMarked
package io.kaimen.local.edge;

import org.jspecify.annotations.NullMarked;
