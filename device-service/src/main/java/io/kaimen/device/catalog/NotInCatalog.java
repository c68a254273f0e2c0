package io.kaimen.device.catalog;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** Something was named that the catalogue does not have. */
public class NotInCatalog extends Problem {

    private static final long serialVersionUID = 1;

    private NotInCatalog(HttpStatus status, String kind, String code) {
        super(status, "unknown-" + kind, "There is no " + kind + " " + code + ".");
    }

    /** It was named in the path. */
    public static NotInCatalog notFound(String kind, String code) {
        return new NotInCatalog(HttpStatus.NOT_FOUND, kind, code);
    }

    /** It was named in the body. */
    public static NotInCatalog referred(String kind, String code) {
        return new NotInCatalog(HttpStatus.UNPROCESSABLE_CONTENT, kind, code);
    }
}
