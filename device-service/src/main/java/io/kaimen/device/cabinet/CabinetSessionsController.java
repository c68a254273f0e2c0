package io.kaimen.device.cabinet;

import io.kaimen.contracts.device.CabinetSessionsApi;
import org.springframework.web.bind.annotation.RestController;

/** Answers comm-service when a cabinet connects. */
@RestController
class CabinetSessionsController implements CabinetSessionsApi {

    private final OpenCabinetSession openSession;

    CabinetSessionsController(OpenCabinetSession openSession) {
        this.openSession = openSession;
    }

    @Override
    public SessionAnswer open(OpenSession request) {
        return openSession.open(request);
    }
}
