/** What happens when Redis has lost everything: it is noticed, doors wait, it is filled again. */
@NullMarked
package io.kaimen.device.recovery;

import org.jspecify.annotations.NullMarked;
