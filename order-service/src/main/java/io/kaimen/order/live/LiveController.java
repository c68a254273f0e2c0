package io.kaimen.order.live;

import io.kaimen.order.lookup.ShopperOrders;
import io.kaimen.order.sale.Order;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.Principal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Lets a shopper watch their own order. */
@RestController
class LiveController {

    private final ShopperOrders own;
    private final LiveStreams streams;

    LiveController(ShopperOrders own, LiveStreams streams) {
        this.own = own;
        this.streams = streams;
    }

    /**
     * Server-sent events until the order has ended: {@code order}, as GET of the order answers it,
     * at first and at each change; {@code scales} between unlock and decision. A comment at least
     * every ten seconds shows that the stream lives.
     */
    @GetMapping(
            path = "/shopper/orders/{orderNo}/live",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events `order` (as GET of the order) and `scales`",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = LiveScales.class)))
    ResponseEntity<SseEmitter> live(@PathVariable String orderNo, Principal caller) {
        Order order = own.own(orderNo, caller.getName());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // For nginx, which would otherwise collect events before passing them on.
                .header("X-Accel-Buffering", "no")
                .body(streams.open(order));
    }
}
