package io.kaimen.order.contest;

import io.kaimen.service.problem.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What a shopper wants of a contest and cannot have, in their words. */
class ContestRefused extends Problem {

    private static final long serialVersionUID = 1;

    /** Why. */
    enum Why {
        ORDER_NOT_ENDED(HttpStatus.CONFLICT),
        CONTEST_TOO_LATE(HttpStatus.CONFLICT),
        NO_SUCH_LINE(HttpStatus.NOT_FOUND),
        CONTEST_OPEN(HttpStatus.CONFLICT),
        CONTEST_DECIDED(HttpStatus.CONFLICT),
        CONTEST_NOT_FOUND(HttpStatus.NOT_FOUND),
        NOT_A_PHOTO(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
        PHOTO_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE);

        private final HttpStatus status;

        Why(HttpStatus status) {
            this.status = status;
        }

        /** For programs, and in the catalogue of words. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    ContestRefused(Why why, String words) {
        super(why.status, why.code(), words);
    }
}
