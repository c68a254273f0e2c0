package io.kaimen.sandbox.wechat.payscore.order;

import io.kaimen.sandbox.wechat.Refusal;
import java.util.List;

/**
 * One product of the basket; vending may only name it 商品信息 and must describe it.
 *
 * @param name always 商品信息
 * @param amount price of all pieces together, in fen
 * @param description the product's name
 * @param count pieces
 */
public record PostPayment(String name, long amount, String description, int count) {

    /** The one name allowed for vending. */
    public static final String PRODUCT = "商品信息";

    static List<PostPayment> read(Body body) {
        List<PostPayment> payments =
                body.list("post_payments", 100).stream().map(PostPayment::readOne).toList();
        if (payments.isEmpty()) {
            throw Refusal.PARAM_ERROR.error("输入源“/body/post_payments”必填,至少1条");
        }
        return payments;
    }

    private static PostPayment readOne(Body body) {
        String name = body.text("name", 20);
        if (!name.equals(PRODUCT)) {
            throw body.wrong("name", "智慧零售仅支持“" + PRODUCT + "”");
        }
        return new PostPayment(
                name, body.amount("amount"), body.text("description", 30), body.count("count"));
    }
}
