package io.kaimen.sandbox.wechat.payscore.order;

import io.kaimen.sandbox.time.BeijingTime;
import io.kaimen.sandbox.wechat.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a completed order costs, as the merchant said it.
 *
 * @param postPayments the basket
 * @param postDiscounts the discounts
 * @param totalAmount in fen, payments less discounts
 * @param timeRange when the service really was; null when not said
 * @param location where it ended; null when not said
 * @param device the cabinet; null when not said
 * @param profitSharing whether the money is shared
 * @param goodsTag campaign; null when not said
 */
public record Bill(
        List<PostPayment> postPayments,
        List<PostDiscount> postDiscounts,
        long totalAmount,
        @Nullable TimeRange timeRange,
        @Nullable Location location,
        @Nullable Device device,
        boolean profitSharing,
        @Nullable String goodsTag) {

    /** Reads and checks a completion's body. */
    public static Bill read(Body body) {
        Body timeRange = body.optionalObject("time_range");
        return sum(
                new Bill(
                        PostPayment.read(body),
                        PostDiscount.settled(body),
                        body.amount("total_amount"),
                        timeRange == null ? null : TimeRange.actual(timeRange),
                        Location.read(body),
                        Device.read(body),
                        body.flag("profit_sharing", false),
                        body.optionalText("goods_tag", 1024)));
    }

    /** Reads and checks a modification's body, which must give a reason. */
    public static Bill readModified(Body body) {
        body.text("reason", 50);
        return read(body);
    }

    /** With the items and the total of a modification; the rest stays as it was completed. */
    Bill modifiedTo(Bill other) {
        return new Bill(
                other.postPayments,
                other.postDiscounts,
                other.totalAmount,
                timeRange,
                location,
                other.device != null ? other.device : device,
                profitSharing,
                goodsTag);
    }

    /** Checks the end of the service: said by somebody, not in the future, not before its start. */
    void checkTime(TimeRange planned, Instant now) {
        TimeRange effective = timeRange == null ? planned : planned.overriddenBy(timeRange);
        String endText = effective.endTime();
        if (endText == null) {
            throw Refusal.END_TIME_WRONG.error("创建订单未填写服务结束时间,则结束时间必填");
        }
        BeijingTime end = BeijingTime.parse(endText).orElseThrow();
        boolean endedNow = timeRange != null && timeRange.endTime() != null;
        if (endedNow && BeijingTime.of(now).isBefore(end)) {
            throw Refusal.END_TIME_WRONG.error("实际结束时间不能晚于使用完结接口的时间");
        }
        BeijingTime.parse(Objects.requireNonNullElse(effective.startTime(), ""))
                .filter(end::isBefore)
                .ifPresent(start -> {
                    throw Refusal.END_TIME_WRONG.error();
                });
    }

    private static Bill sum(Bill bill) {
        long payments = bill.postPayments.stream().mapToLong(PostPayment::amount).sum();
        long discounts =
                bill.postDiscounts.stream()
                        .mapToLong(discount -> Objects.requireNonNullElse(discount.amount(), 0L))
                        .sum();
        if (bill.totalAmount != payments - discounts) {
            throw Refusal.TOTAL_WRONG.error();
        }
        return bill;
    }
}
