/**
 * Messages that no handler could handle: parked in the database, replayed or discarded by people.
 */
@NullMarked
package io.kaimen.service.letters;

import org.jspecify.annotations.NullMarked;
