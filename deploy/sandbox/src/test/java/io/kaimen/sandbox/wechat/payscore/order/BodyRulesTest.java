package io.kaimen.sandbox.wechat.payscore.order;

import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.CREATION;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.MAPPER;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class BodyRulesTest {

    private static final String COMPLETION =
            """
            {"post_payments":[{"name":"商品信息","amount":900,"description":"可乐","count":2}],
             "post_discounts":[{"name":"满减","amount":200,"description":"满5元"}],
             "total_amount":700,"reason":"少取一件"}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /out_order_no             | null
                    /out_order_no             | "123456789012345678901234567890123"
                    /out_order_no             | "K#1"
                    /appid                    | null
                    /service_id               | 5
                    /service_introduction     | "一二三四五六七八九十一二三四五六七八九十一"
                    /post_payments            | []
                    /post_discounts           | [{"name":"a"},{"name":"a"}]
                    /post_discounts           | [{"amount":1}]
                    /time_range               | null
                    /time_range/start_time    | null
                    /time_range/start_time    | "2026-11-20 10:00:00"
                    /time_range/start_time    | "20261341"
                    /time_range/end_time      | "OnAccept"
                    /risk_fund                | "ESTIMATE_ORDER_COST"
                    /risk_fund/name           | "OTHER"
                    /risk_fund/amount         | -1
                    /risk_fund/amount         | 1.5
                    /risk_fund/amount         | "20000"
                    /risk_fund/amount         | 99999999999999999999
                    /risk_fund/description    | "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"
                    /notify_url               | null
                    /notify_url               | "ftp://host/x"
                    /notify_url               | "https://host/x?y=1"
                    /notify_url               | "/callback"
                    /openid                   | "oPerson"
                    /need_user_confirm        | "true"
                    /need_user_confirm        | false
                    /device                   | []
                    """)
    void refusesACreationThatBreaksAFieldsRule(String pointer, String value) {
        ObjectNode node = (ObjectNode) MAPPER.readTree(CREATION);
        replace(node, pointer, value);

        assertRefused(Refusal.PARAM_ERROR, () -> Terms.read(Body.of(node)));
    }

    @Test
    void countsCharactersAndNotBytes() {
        ObjectNode node = (ObjectNode) MAPPER.readTree(CREATION);
        replace(node, "/service_introduction", "\"一二三四五六七八九十一二三四五六七八九十\"");

        assertThat(Terms.read(Body.of(node)).serviceIntroduction()).hasSize(20);
    }

    @Test
    void takesTermsThatMeanTheSameForEqual() {
        String spelledOut =
                CREATION.replace("\"appid\"", "\"need_user_confirm\" : true,\n\"appid\"");

        assertThat(Terms.read(body(spelledOut))).isEqualTo(Terms.read(body(CREATION)));
        assertThat(Terms.read(body(CREATION.replace("20000", "20001"))))
                .isNotEqualTo(Terms.read(body(CREATION)));
    }

    @ParameterizedTest
    @CsvSource({
        "OnAccept,, true",
        "20261120100000,, true",
        "20261120,, true",
        "20261120095959,, false",
        "20261119,, false",
        "OnAccept, 20261120095959, false",
        "20261120110000, 20261120105959, false",
        "20261120110000, 20261120110000, true",
    })
    void plansNoTimeThatIsOver(String start, @Nullable String end, boolean fine) {
        Instant now = Instant.parse("2026-11-20T02:00:00.900Z");
        TimeRange plan = new TimeRange(start, end, null, null);

        if (fine) {
            plan.checkPlan(now);
        } else {
            assertRefused(Refusal.PARAM_ERROR, () -> plan.checkPlan(now));
        }
    }

    @Test
    void readsABill() {
        Bill bill = Bill.readModified(body(COMPLETION));

        assertThat(bill.totalAmount()).isEqualTo(700);
        assertThat(bill.postPayments()).containsExactly(new PostPayment("商品信息", 900, "可乐", 2));
        assertThat(bill.postDiscounts()).containsExactly(new PostDiscount("满减", "满5元", 200L, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /post_payments               | null                 | PARAM_ERROR
                    /post_payments               | []                   | PARAM_ERROR
                    /post_payments/0/name        | "可乐"               | PARAM_ERROR
                    /post_payments/0/amount      | null                 | PARAM_ERROR
                    /post_payments/0/description | null                 | PARAM_ERROR
                    /post_payments/0/description | "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" | PARAM_ERROR
                    /post_payments/0/count       | null                 | PARAM_ERROR
                    /post_payments/0/count       | 0                    | PARAM_ERROR
                    /post_payments/0/count       | 101                  | PARAM_ERROR
                    /post_discounts/0/amount     | null                 | PARAM_ERROR
                    /total_amount                | null                 | PARAM_ERROR
                    /total_amount                | 900                  | TOTAL_WRONG
                    /time_range                  | {"end_time":"today"} | PARAM_ERROR
                    /reason                      | null                 | PARAM_ERROR
                    """)
    void refusesABillThatBreaksAFieldsRule(String pointer, String value, Refusal refusal) {
        ObjectNode node = (ObjectNode) MAPPER.readTree(COMPLETION);
        replace(node, pointer, value);

        assertRefused(refusal, () -> Bill.readModified(Body.of(node)));
    }

    @Test
    void takesAtMostAHundredProducts() {
        assertThat(Bill.read(products(100)).totalAmount()).isEqualTo(100);
        assertRefused(Refusal.PARAM_ERROR, () -> Bill.read(products(101)));
    }

    @Test
    void refusesAnythingButAnObject() {
        assertRefused(Refusal.PARAM_ERROR, () -> Body.of(MAPPER.readTree("[]")));
        assertRefused(Refusal.PARAM_ERROR, () -> Body.of(MAPPER.readTree("")));
    }

    private static Body products(int count) {
        ObjectNode node = MAPPER.createObjectNode();
        var payments = node.putArray("post_payments");
        for (int i = 0; i < count; i++) {
            payments.addObject()
                    .put("name", "商品信息")
                    .put("amount", 1)
                    .put("description", "商品" + i)
                    .put("count", 1);
        }
        node.put("total_amount", count);
        return Body.of(node);
    }

    private static void replace(ObjectNode node, String pointer, String value) {
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) node.at(pointer.substring(0, slash)))
                .set(pointer.substring(slash + 1), MAPPER.readTree(value));
    }

    private static void assertRefused(Refusal refusal, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ApiError.class, error -> assertThat(error.refusal()).isEqualTo(refusal));
    }
}
