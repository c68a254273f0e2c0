package io.kaimen.sandbox.wechat.payscore.order;

import io.kaimen.sandbox.wechat.payscore.order.Stage.Collecting;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Created;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Done;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Expired;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Revoked;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Running;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** Orders in every stage, on a day in Beijing. */
final class OrderFixtures {

    static final JsonMapper MAPPER = JsonMapper.builder().build();
    static final Instant CREATED_AT = Instant.parse("2026-11-20T02:00:00Z");
    static final Instant CONFIRMED_AT = Instant.parse("2026-11-20T02:00:10Z");
    static final Instant COMPLETED_AT = Instant.parse("2026-11-20T02:01:00Z");
    static final Instant DEDUCTED_AT = Instant.parse("2026-11-20T02:01:01Z");
    static final long SERVICE_CEILING = 50_000;
    static final String REASON = "用户未取货";

    private static final Confirmation CONFIRMATION = new Confirmation("oPerson", CONFIRMED_AT);

    private OrderFixtures() {}

    static final String CREATION =
            """
            {"out_order_no":"K-1","appid":"wx1","service_id":"s1","service_introduction":"智能货柜",
             "time_range":{"start_time":"OnAccept"},
             "risk_fund":{"name":"ESTIMATE_ORDER_COST","amount":20000},
             "notify_url":"http://127.0.0.1:1/callback",
             "device":{"start_device_id":"C0001"}}
            """;

    static Body body(String json) {
        return Body.of(MAPPER.readTree(json));
    }

    static Terms terms() {
        return Terms.read(body(CREATION));
    }

    /** A basket of colas at 350 fen each. */
    static Bill colas(int count) {
        return Bill.read(body(completion(count * 350L, count, "20261120100055")));
    }

    static String completion(long amount, int count, String endTime) {
        return """
        {"post_payments":[{"name":"商品信息","amount":%1$d,"description":"可乐","count":%2$d}],
         "total_amount":%1$d,"time_range":{"end_time":"%3$s"}}
        """
                .formatted(amount, count, endTime);
    }

    /** An order in the named stage, completed ones with two colas. */
    static Order in(String stage) {
        return new Order("1000", "package", "query", terms(), CREATED_AT, stage(stage));
    }

    private static Stage stage(String name) {
        return switch (name) {
            case "CREATED" -> new Created(null);
            case "OPENED" -> new Created("ticket");
            case "RUNNING" -> new Running(CONFIRMATION);
            case "DEDUCTING" -> collecting(0);
            case "PENDING" -> collecting(1);
            case "DONE" ->
                    new Done(
                            CONFIRMATION,
                            colas(2),
                            new Payment(Payment.Channel.NEWTON, 700, DEDUCTED_AT, "42"));
            case "REVOKED" -> new Revoked(CONFIRMATION, REASON);
            case "EXPIRED" -> new Expired();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Collecting collecting(int failures) {
        return new Collecting(CONFIRMATION, colas(2), COMPLETED_AT, failures, DEDUCTED_AT);
    }

    /** The name of the stage an order is in, as {@link #in} knows it. */
    static String nameOf(Order order) {
        return switch (order.stage()) {
            case Created(var ticket) -> ticket == null ? "CREATED" : "OPENED";
            case Running _ -> "RUNNING";
            case Collecting collecting -> collecting.isDeducting() ? "DEDUCTING" : "PENDING";
            case Done _ -> "DONE";
            case Revoked _ -> "REVOKED";
            case Expired _ -> "EXPIRED";
        };
    }
}
