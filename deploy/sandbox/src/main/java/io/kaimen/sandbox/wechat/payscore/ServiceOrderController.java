package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.time.BeijingTime;
import io.kaimen.sandbox.wechat.Refusal;
import io.kaimen.sandbox.wechat.payscore.order.Bill;
import io.kaimen.sandbox.wechat.payscore.order.Body;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Pay Score's calls, as the merchant makes them. */
@RestController
@RequestMapping("/v3/payscore/serviceorder")
class ServiceOrderController {

    private static final int REASON = 50;

    private final CreateOrder createOrder;
    private final SettleOrder settleOrder;
    private final Orders orders;
    private final Contract contract;
    private final OrderEntity entity;
    private final JsonMapper mapper;

    ServiceOrderController(
            CreateOrder createOrder,
            SettleOrder settleOrder,
            Orders orders,
            Contract contract,
            OrderEntity entity,
            JsonMapper mapper) {
        this.createOrder = createOrder;
        this.settleOrder = settleOrder;
        this.orders = orders;
        this.contract = contract;
        this.entity = entity;
        this.mapper = mapper;
    }

    @PostMapping
    ObjectNode create(HttpServletRequest request) throws IOException {
        return entity.created(createOrder.create(body(request)));
    }

    @GetMapping
    ObjectNode query(
            @RequestParam(name = "service_id", required = false) @Nullable String serviceId,
            @RequestParam(name = "appid", required = false) @Nullable String appid,
            @RequestParam(name = "out_order_no", required = false) @Nullable String outOrderNo,
            @RequestParam(name = "query_id", required = false) @Nullable String queryId) {
        contract.check(appid, serviceId);
        if ((outOrderNo == null) == (queryId == null)) {
            throw Refusal.PARAM_ERROR.error("out_order_no和query_id必填一个,不允许都填写或都不填写");
        }
        Optional<Order> found =
                outOrderNo != null
                        ? orders.find(outOrderNo)
                        : Optional.ofNullable(queryId).flatMap(orders::findByQueryId);
        return entity.whole(found.orElseThrow(Refusal.ORDER_NOT_EXIST::error));
    }

    @PostMapping("/{outOrderNo}/cancel")
    ObjectNode cancel(@PathVariable String outOrderNo, HttpServletRequest request)
            throws IOException {
        Body body = checked(request);
        String reason = body.text("reason", REASON);
        return entity.named(orders.change(outOrderNo, order -> order.cancel(reason)));
    }

    @PostMapping("/{outOrderNo}/complete")
    ObjectNode complete(@PathVariable String outOrderNo, HttpServletRequest request)
            throws IOException {
        return entity.completed(settleOrder.complete(outOrderNo, Bill.read(checked(request))));
    }

    @PostMapping("/{outOrderNo}/modify")
    ObjectNode modify(@PathVariable String outOrderNo, HttpServletRequest request)
            throws IOException {
        return entity.whole(settleOrder.modify(outOrderNo, Bill.readModified(checked(request))));
    }

    @PostMapping("/{outOrderNo}/sync")
    ObjectNode sync(@PathVariable String outOrderNo, HttpServletRequest request)
            throws IOException {
        Body body = checked(request);
        if (!body.text("type", 32).equals("Order_Paid")) {
            throw body.wrong("type", "应为Order_Paid");
        }
        Body detail = body.object("detail");
        BeijingTime paidTime =
                BeijingTime.parse(detail.text("paid_time", 14))
                        .orElseThrow(
                                () -> detail.wrong("paid_time", "格式应为yyyyMMddHHmmss或yyyyMMdd"));
        return entity.whole(settleOrder.sync(outOrderNo, paidTime));
    }

    @PostMapping("/{outOrderNo}/pay")
    ObjectNode pay(@PathVariable String outOrderNo, HttpServletRequest request) throws IOException {
        checked(request);
        return entity.named(settleOrder.deductAgain(outOrderNo));
    }

    private Body checked(HttpServletRequest request) throws IOException {
        Body body = body(request);
        body.without("out_order_no", "与“/uri_template/out_order_no”映射到同一字段");
        contract.check(body);
        return body;
    }

    private Body body(HttpServletRequest request) throws IOException {
        String contentType = request.getContentType();
        if (contentType == null || !contentType.startsWith("application/json")) {
            throw Refusal.PARAM_ERROR.error("Content-Type应为application/json");
        }
        try {
            return Body.of(mapper.readTree(request.getInputStream()));
        } catch (JacksonException e) {
            throw Refusal.PARAM_ERROR.error("请求体不是合法的JSON");
        }
    }
}
