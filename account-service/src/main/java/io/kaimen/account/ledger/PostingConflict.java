package io.kaimen.account.ledger;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** The same business key was posted before, with other entries. */
public class PostingConflict extends Problem {

    private static final long serialVersionUID = 1;

    PostingConflict(String key) {
        super(HttpStatus.CONFLICT, "posting-conflict", key + " was posted before, differently.");
    }
}
