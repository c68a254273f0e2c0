package io.kaimen.order.placing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kaimen.contracts.Platform;
import io.kaimen.order.Words;
import io.kaimen.order.lookup.OrderDetail;
import io.kaimen.order.lookup.OrderDetails;
import io.kaimen.order.shopper.Shopper;
import io.kaimen.order.shopper.Shoppers;
import io.kaimen.service.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A shopper at a door. */
@RestController
class PlaceOrderController {

    private final PlaceOrder placeOrder;
    private final Shoppers shoppers;
    private final OrderDetails details;
    private final Words words;
    private final Clock clock;

    PlaceOrderController(
            PlaceOrder placeOrder,
            Shoppers shoppers,
            OrderDetails details,
            Words words,
            Clock clock) {
        this.placeOrder = placeOrder;
        this.shoppers = shoppers;
        this.details = details;
        this.words = words;
        this.clock = clock;
    }

    /** Which door, and who vouches. */
    record NewOrder(
            @NotBlank @Size(max = 64) String sn, @Positive int door, @NotNull Platform platform) {}

    /** The order's own fields, and what the platform's page needs. */
    record PlacedOrder(
            @JsonUnwrapped OrderDetail order, @Nullable Map<String, String> authorisation) {}

    /** No order, in words for the shopper. */
    static final class OrderRefused extends Problem {

        private static final long serialVersionUID = 1;

        OrderRefused(Refusal why, String message) {
            super(why.status(), why.code(), message, why.retryAfter().orElse(null));
        }
    }

    /** 201 with a new order, 200 with the one that is running at this door. */
    @PostMapping("/shopper/orders")
    ResponseEntity<PlacedOrder> place(@Valid @RequestBody NewOrder wanted, Principal caller) {
        Instant scannedAt = clock.instant();
        Shopper shopper = shoppers.get(caller.getName());
        if (shopper.platform() != wanted.platform()) {
            throw refused(new Placed.Refused(Refusal.WRONG_PLATFORM));
        }
        var tap = new Tap(shopper, wanted.sn(), wanted.door(), scannedAt);
        return switch (placeOrder.place(tap)) {
            case Placed.Refused refused -> throw refused(refused);
            case Placed.Accepted accepted ->
                    ResponseEntity.status(accepted.created() ? HttpStatus.CREATED : HttpStatus.OK)
                            .body(
                                    new PlacedOrder(
                                            details.of(accepted.order()),
                                            accepted.authorisation()));
        };
    }

    private OrderRefused refused(Placed.Refused refused) {
        String message = refused.words();
        return new OrderRefused(
                refused.why(),
                message == null ? words.say("refusal." + refused.why().code()) : message);
    }
}
