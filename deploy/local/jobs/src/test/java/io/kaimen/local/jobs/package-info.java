/** The triggers, against xxl-job's own executor and against one that misbehaves. */
@NullMarked
package io.kaimen.local.jobs;

import org.jspecify.annotations.NullMarked;
