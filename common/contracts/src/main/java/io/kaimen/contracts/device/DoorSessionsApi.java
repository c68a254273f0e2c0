package io.kaimen.contracts.device;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asked by order-service when it has not heard of an order's door. */
public interface DoorSessionsApi {

    /**
     * Everything that is or will be published of an order's door so far, oldest first. Nothing when
     * there is no door session; one may still begin as long as the order's claim stands.
     */
    @GetMapping("/internal/door-sessions/{orderNo}/moves")
    List<DoorSessionMoved> moves(@PathVariable("orderNo") String orderNo);
}
