/**
 * The local sandbox of the payment platforms: their wire protocol, their state and their people.
 */
@NullMarked
package io.kaimen.sandbox;

import org.jspecify.annotations.NullMarked;
