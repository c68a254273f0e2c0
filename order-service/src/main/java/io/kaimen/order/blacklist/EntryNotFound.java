package io.kaimen.order.blacklist;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** There is no such entry, or it was lifted. */
class EntryNotFound extends Problem {

    private static final long serialVersionUID = 1;

    EntryNotFound(long id) {
        super(
                HttpStatus.NOT_FOUND,
                "blacklist-entry-not-found",
                "There is no blacklist entry " + id + " in force.");
    }
}
