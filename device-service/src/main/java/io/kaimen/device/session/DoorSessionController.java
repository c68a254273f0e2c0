package io.kaimen.device.session;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what happened at a door for an order. */
@RestController
class DoorSessionController {

    private final DoorSessionViews views;

    DoorSessionController(DoorSessionViews views) {
        this.views = views;
    }

    @GetMapping("/admin/cabinets/sessions/{orderNo}")
    DoorSessionView session(@PathVariable String orderNo) {
        return views.of(orderNo).orElseThrow(() -> new UnknownSession(orderNo));
    }
}
