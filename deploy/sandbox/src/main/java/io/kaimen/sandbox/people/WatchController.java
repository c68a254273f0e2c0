package io.kaimen.sandbox.people;

import io.kaimen.sandbox.calls.Call;
import io.kaimen.sandbox.calls.CallLog;
import io.kaimen.sandbox.wechat.notify.Notice;
import io.kaimen.sandbox.wechat.notify.Notices;
import io.kaimen.sandbox.wechat.payscore.OrderEntity;
import io.kaimen.sandbox.wechat.payscore.Orders;
import io.kaimen.sandbox.wechat.payscore.order.Device;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Shows orders as the platform sees them, with everything said about them in either direction. */
@RestController
@RequestMapping("/sandbox/payscore/orders")
class WatchController {

    private final Orders orders;
    private final OrderEntity entity;
    private final CallLog calls;
    private final Notices notices;

    WatchController(Orders orders, OrderEntity entity, CallLog calls, Notices notices) {
        this.orders = orders;
        this.entity = entity;
        this.calls = calls;
        this.notices = notices;
    }

    /** One line of the list. */
    record Line(
            String outOrderNo,
            String state,
            @Nullable String stateDescription,
            Instant createdAt) {}

    /** Everything about one number; the order is absent when it was never created. */
    record View(
            @Nullable ObjectNode order,
            @Nullable Order detail,
            List<String> warnings,
            List<Call> calls,
            List<Notice> notifications) {}

    @GetMapping
    List<Line> latest(@RequestParam(defaultValue = "50") int limit) {
        return orders.latest(Math.max(0, limit)).stream().map(WatchController::line).toList();
    }

    @GetMapping("/{outOrderNo}")
    View one(@PathVariable String outOrderNo) {
        Order order = orders.find(outOrderNo).orElse(null);
        List<Call> asked = calls.of(outOrderNo);
        if (order == null && asked.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No such order");
        }
        return new View(
                order == null ? null : entity.whole(order),
                order,
                order == null ? List.of() : warnings(order),
                asked,
                notices.of(outOrderNo));
    }

    private static Line line(Order order) {
        return new Line(
                order.outOrderNo(),
                order.stage().state(),
                order.stage().stateDescription(),
                order.createdAt());
    }

    /** What works here and on the wire, but would not pass WeChat's acceptance or go-live rules. */
    private static List<String> warnings(Order order) {
        List<String> warnings = new ArrayList<>();
        Device device = order.terms().device();
        if (device == null || device.startDeviceId() == null) {
            warnings.add("device.start_device_id is missing: the order page would fail acceptance");
        }
        if (!order.terms().notifyUrl().startsWith("https:")) {
            warnings.add("notify_url is not https: production refuses it");
        }
        return warnings;
    }
}
