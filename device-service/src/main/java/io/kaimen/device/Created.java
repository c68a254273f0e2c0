package io.kaimen.device;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The outcome of a create call that may be repeated.
 *
 * @param isNew false when the same thing was there already
 */
public record Created<T>(T value, boolean isNew) {

    /** 201 with the new thing, 200 with the one that was there. */
    public ResponseEntity<T> toResponse() {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(value);
    }
}
