package io.kaimen.order.placing;

import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.Scan;
import io.kaimen.order.shopper.Shopper;
import java.time.Instant;

/** A shopper at a door who wants it opened. */
record Tap(Shopper shopper, String sn, int door, Instant scannedAt) {

    boolean isAtTheDoorOf(Order order) {
        return order.sn().equals(sn) && order.door() == door;
    }

    Scan scan(String place) {
        return new Scan(shopper.id(), shopper.platform(), sn, door, place, scannedAt);
    }
}
