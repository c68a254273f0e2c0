/** Who may call: signed tokens with one role, checked alike in every service. */
@NullMarked
package io.kaimen.service.security;

import org.jspecify.annotations.NullMarked;
