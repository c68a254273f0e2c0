/** The xxl-job executor of a service. */
@NullMarked
package io.kaimen.service.jobs;

import org.jspecify.annotations.NullMarked;
