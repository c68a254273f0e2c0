package io.kaimen.device.cabinet;

import io.kaimen.service.problem.Problem;
import org.springframework.http.HttpStatus;

/** No cabinet has that serial number. */
public class UnknownCabinet extends Problem {

    private static final long serialVersionUID = 1;

    public UnknownCabinet(String sn) {
        super(HttpStatus.NOT_FOUND, "unknown-cabinet", "There is no cabinet " + sn + ".");
    }
}
