package io.kaimen.order.trace;

import io.kaimen.contracts.ServiceName;
import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracePart;
import io.kaimen.contracts.trace.TraceSource;
import io.kaimen.contracts.trace.TracedLane;
import io.kaimen.order.sale.Baskets;
import io.kaimen.order.sale.Baskets.Evidence;
import io.kaimen.order.sale.Baskets.SoldLine;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderAmounts;
import io.kaimen.order.sale.OrderNotFound;
import io.kaimen.order.sale.Orders;
import io.kaimen.order.sale.RecordedMove;
import io.kaimen.order.trace.TraceParts.Gathered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells an order's whole story, as far as the services answer. */
@Component
class TraceOrder {

    private final Orders orders;
    private final Baskets baskets;
    private final TraceParts parts;

    TraceOrder(Orders orders, Baskets baskets, TraceParts parts) {
        this.orders = orders;
        this.baskets = baskets;
        this.parts = parts;
    }

    /**
     * The story.
     *
     * @throws OrderNotFound when there is no such order
     */
    OrderTrace of(String orderNo) {
        Order order = get(orderNo);
        Gathered gathered = parts.of(orderNo);
        List<TraceMoment> moments = moments(order, gathered);
        OrderAmounts amounts = order.amounts();
        return new OrderTrace(
                orderNo,
                order.sn(),
                order.door(),
                order.platform().name(),
                order.times().scannedAt(),
                order.status(),
                order.doorStatus(),
                order.paymentStatus(),
                amounts.basketFen(),
                amounts.dueFen(),
                amounts.paidFen(),
                moments,
                lanes(order, gathered),
                Marks.of(moments, order.times()),
                gathered.missing());
    }

    /**
     * The lanes with their curves.
     *
     * @throws OrderNotFound when there is no such order
     * @throws WeightsNotAvailable when device-service does not answer
     */
    List<TracedLane> weights(String orderNo) {
        get(orderNo);
        return Optional.ofNullable(
                        parts.of(orderNo, ServiceName.DEVICE).parts().get(ServiceName.DEVICE))
                .orElseThrow(() -> new WeightsNotAvailable(orderNo))
                .lanes();
    }

    private Order get(String orderNo) {
        return orders.find(orderNo)
                .orElseThrow(() -> new OrderNotFound("There is no order " + orderNo + "."));
    }

    /** Of one millisecond what the others say comes first: the order follows them. */
    private List<TraceMoment> moments(Order order, Gathered gathered) {
        List<TraceMoment> moments = new ArrayList<>();
        moments.add(
                TraceMoment.of(order.times().scannedAt(), TraceSource.SHOPPER, TraceKind.SCANNED));
        moments.add(
                TraceMoment.of(order.times().createdAt(), TraceSource.ORDER, TraceKind.ORDER_PLACED)
                        .with("place", order.place())
                        .with("fence", order.fence()));
        gathered.parts().values().forEach(part -> moments.addAll(part.moments()));
        orders.recordedMoves(order.orderNo()).forEach(move -> moments.add(moment(move)));
        moments.sort(Comparator.comparing(TraceMoment::at));
        return List.copyOf(moments);
    }

    /** At the time it became known: the door's own time is in the cabinet's and device's part. */
    private static TraceMoment moment(RecordedMove move) {
        return TraceMoment.of(move.recordedAt(), TraceSource.ORDER, TraceKind.ORDER_MOVED)
                .with("machine", move.machine())
                .with("from", move.from())
                .with("to", move.to())
                .with("cause", move.cause())
                .with("happenedAt", move.at());
    }

    /** Without device-service there is still what came with the basket. */
    private List<TracedLane> lanes(Order order, Gathered gathered) {
        TracePart device = gathered.parts().get(ServiceName.DEVICE);
        return device != null
                ? device.lanes()
                : baskets.evidence(order.orderNo())
                        .map(evidence -> lanes(order.orderNo(), evidence))
                        .orElse(List.of());
    }

    private List<TracedLane> lanes(String orderNo, Evidence evidence) {
        List<SoldLine> sold = baskets.lines(orderNo);
        return evidence.lanes().stream().map(lane -> lane(lane, sold, evidence.flags())).toList();
    }

    private static TracedLane lane(LaneWeights lane, List<SoldLine> sold, List<Flag> flags) {
        Optional<SoldLine> line = sold.stream().filter(s -> s.lane() == lane.lane()).findFirst();
        return new TracedLane(
                lane.lane(),
                line.map(SoldLine::sku).orElse(null),
                line.map(SoldLine::productName).orElse(null),
                null,
                lane.beforeGrams(),
                lane.afterGrams(),
                line.map(SoldLine::quantity).orElse(0),
                lane.confidence(),
                flags.stream()
                        .filter(f -> f.lane() == lane.lane())
                        .map(f -> f.kind().name())
                        .toList(),
                List.of(),
                0);
    }
}
