package io.kaimen.channel.wechat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kaimen.channel.WechatProperties;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import io.kaimen.contracts.channel.CapturesApi.Item;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the bodies of Pay Score requests, within its limits for unmanned vending. */
class PayScoreRequests {

    private static final int MOST_ITEMS = 100;
    private static final int MOST_OF_ONE_ITEM = 100;
    private static final int DESCRIPTION_CHARACTERS = 30;
    private static final int LOCATION_CHARACTERS = 50;
    private static final int REASON_CHARACTERS = 50;

    private final WechatProperties wechat;
    private final Clock clock;

    PayScoreRequests(WechatProperties wechat, Clock clock) {
        this.wechat = wechat;
        this.clock = clock;
    }

    /** Items are told at the completion; a vending order must not list any before. */
    String create(CreateAuthorisation wanted) {
        var body = identity();
        body.addProperty("out_order_no", wanted.orderNo());
        body.addProperty("service_introduction", wechat.serviceIntroduction());
        body.addProperty("need_user_confirm", true);
        body.addProperty("notify_url", wechat.notifyUrl().toString());
        body.add("time_range", object("start_time", "OnAccept"));
        body.add("location", object("start_location", cut(wanted.place(), LOCATION_CHARACTERS)));
        var risk = object("name", "ESTIMATE_ORDER_COST");
        risk.addProperty("amount", wechat.riskFundFen());
        body.add("risk_fund", risk);
        body.add("device", object("start_device_id", wanted.sn()));
        return body.toString();
    }

    /**
     * WeChat refuses an end in its future or before the start, so the end keeps away from now by
     * what its clock may lag, and the start follows.
     */
    String complete(Capture wanted) {
        var body = identity();
        var items = new JsonArray();
        merged(wanted.items()).forEach(item -> items.add(payment(item)));
        body.add("post_payments", items);
        body.addProperty("total_amount", wanted.total().fen());
        var end = earlier(wanted.endedAt(), clock.instant().minus(wechat.clockAllowance()));
        var times = object("start_time", BeijingTime.write(earlier(wanted.startedAt(), end)));
        times.addProperty("end_time", BeijingTime.write(end));
        body.add("time_range", times);
        return body.toString();
    }

    String cancel(String reason) {
        var body = identity();
        body.addProperty("reason", cut(reason, REASON_CHARACTERS));
        return body.toString();
    }

    private JsonObject identity() {
        var body = object("appid", wechat.appId());
        body.addProperty("service_id", wechat.serviceId());
        return body;
    }

    /** Whatever is beyond the limit becomes one line, so that the sum stays the total. */
    private static List<Item> merged(List<Item> items) {
        if (items.size() <= MOST_ITEMS) {
            return items;
        }
        var kept = new ArrayList<>(items.subList(0, MOST_ITEMS - 1));
        var rest = items.subList(MOST_ITEMS - 1, items.size());
        int quantity = rest.stream().mapToInt(Item::quantity).sum();
        var amount = rest.stream().map(Item::amount).reduce(Money.ZERO, Money::plus);
        kept.add(new Item("其他商品", quantity, amount));
        return kept;
    }

    private static JsonObject payment(Item item) {
        var payment = object("name", "商品信息");
        payment.addProperty("amount", item.amount().fen());
        if (item.quantity() <= MOST_OF_ONE_ITEM) {
            payment.addProperty("description", cut(item.name(), DESCRIPTION_CHARACTERS));
            payment.addProperty("count", item.quantity());
        } else {
            var count = "×" + item.quantity();
            payment.addProperty(
                    "description",
                    cut(item.name(), DESCRIPTION_CHARACTERS - count.length()) + count);
            payment.addProperty("count", 1);
        }
        return payment;
    }

    private static JsonObject object(String name, String value) {
        var object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Cuts by characters as people see them, never through a surrogate pair. */
    private static String cut(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }
}
