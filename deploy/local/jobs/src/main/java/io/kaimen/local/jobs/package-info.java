/** Triggers the services' jobs as an xxl-job admin would, whose server is not published. */
@NullMarked
package io.kaimen.local.jobs;

import org.jspecify.annotations.NullMarked;
