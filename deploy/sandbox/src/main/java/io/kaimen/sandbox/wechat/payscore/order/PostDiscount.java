package io.kaimen.sandbox.wechat.payscore.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One discount of the merchant.
 *
 * @param name unique within the order
 * @param description its conditions
 * @param amount in fen; null only while the order is not completed
 * @param count how often it was used
 */
public record PostDiscount(
        String name, @Nullable String description, @Nullable Long amount, @Nullable Integer count) {

    /** Reads announced discounts, whose amounts may still be open. */
    static List<PostDiscount> announced(Body body) {
        return read(body, false);
    }

    /** Reads final discounts, each with its amount. */
    static List<PostDiscount> settled(Body body) {
        return read(body, true);
    }

    private static List<PostDiscount> read(Body body, boolean needsAmount) {
        Set<String> names = new HashSet<>();
        return body.list("post_discounts", 30).stream()
                .map(item -> readOne(item, needsAmount, names))
                .toList();
    }

    private static PostDiscount readOne(Body body, boolean needsAmount, Set<String> names) {
        String name = body.text("name", 20);
        if (!names.add(name)) {
            throw body.wrong("name", "优惠名称不可重复");
        }
        Long amount =
                needsAmount ? Long.valueOf(body.amount("amount")) : body.optionalAmount("amount");
        Long count = body.optionalAmount("count");
        return new PostDiscount(
                name,
                body.optionalText("description", 30),
                amount,
                count == null ? null : Integer.valueOf(body.count("count")));
    }
}
