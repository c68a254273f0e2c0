/** What a service's description of its HTTP API says beyond what its controllers show. */
@NullMarked
package io.kaimen.service.apidocs;

import org.jspecify.annotations.NullMarked;
