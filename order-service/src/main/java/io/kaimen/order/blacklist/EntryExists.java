package io.kaimen.order.blacklist;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The shopper is blacklisted already, for another reason or time. */
class EntryExists extends Problem {

    private static final long serialVersionUID = 1;

    EntryExists(String shopperId) {
        super(
                HttpStatus.CONFLICT,
                "blacklist-entry-exists",
                "Another entry is in force for shopper " + shopperId + "; change that one.");
    }
}
