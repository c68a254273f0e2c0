/**
 * What a person does at WeChat: log in, confirm, decline, authorise, pay; and the views for
 * watching.
 */
@NullMarked
package io.kaimen.sandbox.people;

import org.jspecify.annotations.NullMarked;
