/**
 * What the tests of all services share on top of the platform: calls, what was published,
 * redelivery.
 */
@NullMarked
package io.kaimen.service.testing;

import org.jspecify.annotations.NullMarked;
