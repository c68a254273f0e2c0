package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.keys.KeyRing;
import io.kaimen.sandbox.time.BeijingTime;
import io.kaimen.sandbox.wechat.payscore.order.Bill;
import io.kaimen.sandbox.wechat.payscore.order.Confirmation;
import io.kaimen.sandbox.wechat.payscore.order.Location;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Payment;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Created;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Done;
import io.kaimen.sandbox.wechat.payscore.order.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders as WeChat writes them, each answer with its own fields. */
@Component
public class OrderEntity {

    private final String mchId;
    private final JsonMapper mapper;

    OrderEntity(KeyRing keys, JsonMapper mapper) {
        this.mchId = keys.merchant().mchId();
        this.mapper = mapper;
    }

    /** The answer to a creation; the package is given as long as the user may still confirm. */
    ObjectNode created(Order order) {
        ObjectNode node = common(order);
        if (order.stage() instanceof Created) {
            node.put("package", order.packageToken());
        }
        return node;
    }

    /** The answer to a completion. */
    ObjectNode completed(Order order) {
        ObjectNode node = common(order);
        Bill bill = order.stage().bill();
        if (bill != null) {
            putTotal(node, bill);
        }
        return node;
    }

    /** The answer that only names the order. */
    ObjectNode named(Order order) {
        Terms terms = order.terms();
        return mapper.createObjectNode()
                .put("appid", terms.appid())
                .put("mchid", mchId)
                .put("out_order_no", terms.outOrderNo())
                .put("service_id", terms.serviceId())
                .put("order_id", order.orderId());
    }

    /** The whole order: the answer to a query and the content of notifications. */
    public ObjectNode whole(Order order) {
        ObjectNode node = common(order);
        Confirmation confirmation = order.stage().confirmation();
        if (confirmation != null) {
            node.put("openid", confirmation.openid());
        }
        Bill bill = order.stage().bill();
        if (bill != null) {
            putTotal(node, bill);
            if (bill.totalAmount() > 0) {
                Payment payment = order.stage() instanceof Done done ? done.payment() : null;
                node.set("collection", collection(bill.totalAmount(), payment));
            }
        }
        return node;
    }

    private ObjectNode common(Order order) {
        Terms terms = order.terms();
        Bill bill = order.stage().bill();
        ObjectNode node = named(order);
        node.put("service_introduction", terms.serviceIntroduction());
        node.put("state", order.stage().state());
        putIfKnown(node, "state_description", order.stage().stateDescription());
        if (bill != null) {
            node.set("post_payments", mapper.valueToTree(bill.postPayments()));
            node.set("post_discounts", mapper.valueToTree(bill.postDiscounts()));
        } else if (!terms.postDiscounts().isEmpty()) {
            node.set("post_discounts", mapper.valueToTree(terms.postDiscounts()));
        }
        node.set("risk_fund", mapper.valueToTree(terms.riskFund()));
        node.set("time_range", mapper.valueToTree(order.timeRange()));
        Location location = location(terms.location(), bill == null ? null : bill.location());
        if (location != null) {
            node.set("location", mapper.valueToTree(location));
        }
        putIfKnown(node, "attach", terms.attach());
        node.put("notify_url", terms.notifyUrl());
        return node;
    }

    private static void putTotal(ObjectNode node, Bill bill) {
        node.put("total_amount", bill.totalAmount());
        node.put("need_collection", bill.totalAmount() > 0);
    }

    private ObjectNode collection(long total, @Nullable Payment payment) {
        ObjectNode node = mapper.createObjectNode();
        node.put("state", payment == null ? "USER_PAYING" : "USER_PAID");
        node.put("total_amount", total);
        node.put("paying_amount", payment == null ? total : 0);
        node.put("paid_amount", payment == null ? 0 : payment.amount());
        if (payment != null) {
            ObjectNode detail = node.putArray("details").addObject();
            detail.put("seq", 1);
            detail.put("amount", payment.amount());
            detail.put("paid_type", payment.channel().name());
            detail.put("paid_time", BeijingTime.digits(payment.paidAt()));
            putIfKnown(detail, "transaction_id", payment.transactionId());
        }
        return node;
    }

    private static @Nullable Location location(
            @Nullable Location planned, @Nullable Location actual) {
        if (planned == null || actual == null) {
            return actual == null ? planned : actual;
        }
        return new Location(
                planned.startLocation(),
                actual.endLocation() == null ? planned.endLocation() : actual.endLocation());
    }

    private static void putIfKnown(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
