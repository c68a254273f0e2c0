/**
 * What services say to each other: the topics, the message envelope, money. Depends on annotations
 * only.
 */
@NullMarked
package io.kaimen.contracts;

import org.jspecify.annotations.NullMarked;
