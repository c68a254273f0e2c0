/** Who changed what. */
@NullMarked
package io.kaimen.device.audit;

import org.jspecify.annotations.NullMarked;
