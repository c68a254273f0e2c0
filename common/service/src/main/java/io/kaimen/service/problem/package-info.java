/** Errors as callers see them: RFC 9457 problem details with a stable code and a safe message. */
@NullMarked
package io.kaimen.service.problem;

import org.jspecify.annotations.NullMarked;
