package io.kaimen.sandbox.people;

import io.kaimen.sandbox.wechat.payscore.ConfirmOrder;
import io.kaimen.sandbox.wechat.payscore.Orders;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Created;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a person confirms: a package opens it once, then its buttons act. */
@Component
class ConfirmPage {

    private final Orders orders;
    private final ConfirmOrder confirmOrder;

    ConfirmPage(Orders orders, ConfirmOrder confirmOrder) {
        this.orders = orders;
        this.confirmOrder = confirmOrder;
    }

    /** The opened page of one order. */
    record Opened(Order order, String ticket) {}

    /** Opens the page and uses the package up. */
    Opened open(String packageToken) {
        if (packageToken.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "4185: package is empty");
        }
        String ticket = UUID.randomUUID().toString();
        Order order =
                orders.change(find(packageToken).outOrderNo(), before -> before.openPage(ticket));
        return new Opened(order, ticket);
    }

    /** The person presses confirm. */
    Order confirm(Opened page, String openid) {
        return confirmOrder.confirm(page.order().outOrderNo(), openid);
    }

    /** The page that was opened with a package, as its buttons know it. */
    Opened opened(String packageToken, String ticket) {
        Order order = find(packageToken);
        if (order.stage() instanceof Created(String known) && ticket.equals(known)) {
            return new Opened(order, ticket);
        }
        throw new ResponseStatusException(
                HttpStatus.CONFLICT, "The page can no longer act: " + order.stage().state());
    }

    private Order find(String packageToken) {
        return orders.findByPackage(packageToken)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "4186: package is invalid"));
    }
}
