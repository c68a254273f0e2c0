package io.kaimen.device.session;

import io.kaimen.device.session.HandDecision.By;
import io.kaimen.device.session.HandDecision.Cancel;
import io.kaimen.device.session.HandDecision.Settle;
import jakarta.validation.Valid;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what happened at a door for an order, and takes their decision on it. */
@RestController
class DoorSessionController {

    private final DoorSessionViews views;
    private final DecideByHand decide;

    DoorSessionController(DoorSessionViews views, DecideByHand decide) {
        this.views = views;
        this.decide = decide;
    }

    @GetMapping("/admin/cabinets/sessions/{orderNo}")
    DoorSessionView session(@PathVariable String orderNo) {
        return views.of(orderNo).orElseThrow(() -> new UnknownSession(orderNo));
    }

    /** Settles an abnormal session with what an operator found to be taken. */
    @PostMapping("/admin/cabinets/sessions/{orderNo}/settle")
    DoorSessionView settle(
            @PathVariable String orderNo,
            @Valid @RequestBody Settle request,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        decide.settle(orderNo, request.lines(), new By(operator, request.reason()));
        return session(orderNo);
    }

    /** Cancels an abnormal session whose door never opened. */
    @PostMapping("/admin/cabinets/sessions/{orderNo}/cancel")
    DoorSessionView cancel(
            @PathVariable String orderNo,
            @Valid @RequestBody Cancel request,
            @AuthenticationPrincipal(expression = "subject") String operator) {
        decide.cancel(orderNo, new By(operator, request.reason()));
        return session(orderNo);
    }
}
