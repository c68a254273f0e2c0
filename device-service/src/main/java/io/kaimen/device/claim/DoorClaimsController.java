package io.kaimen.device.claim;

import io.kaimen.contracts.device.DoorClaimsApi;
import org.springframework.web.bind.annotation.RestController;

/** Claims and releases doors for the other services. */
@RestController
class DoorClaimsController implements DoorClaimsApi {

    private final TakeDoor takeDoor;
    private final ReleaseDoor releaseDoor;

    DoorClaimsController(TakeDoor takeDoor, ReleaseDoor releaseDoor) {
        this.takeDoor = takeDoor;
        this.releaseDoor = releaseDoor;
    }

    @Override
    public ClaimAnswer claim(ClaimDoor request) {
        return takeDoor.claim(request.sn(), request.door(), request.kind(), request.holder());
    }

    @Override
    public void release(ReleaseClaim request) {
        releaseDoor.release(request.sn(), request.door(), request.holder());
    }
}
