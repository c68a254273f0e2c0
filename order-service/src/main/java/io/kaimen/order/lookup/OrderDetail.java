package io.kaimen.order.lookup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kaimen.contracts.Platform;
import io.kaimen.order.sale.Baskets.SoldLine;
import io.kaimen.order.sale.DoorStatus;
import io.kaimen.order.sale.Move;
import io.kaimen.order.sale.OrderAmounts;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.order.sale.OrderTimes;
import io.kaimen.order.sale.PaymentStatus;
import java.util.List;

/**
 * An order as its shopper sees it.
 *
 * @param place site and cabinet
 * @param message how it stands, in plain words
 * @param moves every change of the three states; empty in lists
 */
public record OrderDetail(
        String orderNo,
        String sn,
        int door,
        String place,
        Platform platform,
        OrderStatus status,
        DoorStatus doorStatus,
        PaymentStatus paymentStatus,
        List<SoldLine> lines,
        @JsonUnwrapped OrderAmounts amounts,
        String message,
        List<Move> moves,
        @JsonUnwrapped OrderTimes times) {}
