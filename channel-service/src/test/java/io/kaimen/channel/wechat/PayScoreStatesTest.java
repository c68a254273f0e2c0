package io.kaimen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.wechat.pay.java.core.util.GsonUtil;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayScoreStatesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CREATED,  -,            -,  -,           CREATED",
                "DOING,    USER_CONFIRM, -,  -,           AUTHORISED",
                "DOING,    MCH_COMPLETE, 700, USER_PAYING, CAPTURING",
                "DONE,     -,            700, USER_PAID,   PAID",
                "DONE,     -,            0,  -,           NOTHING_DUE",
                "REVOKED,  -,            -,  -,           CANCELLED",
                "EXPIRED,  -,            -,  -,           EXPIRED"
            })
    void readsTheTriple(
            @Nullable String state,
            @Nullable String description,
            @Nullable Long total,
            @Nullable String collection,
            State expected) {
        assertThat(read(state, description, total, collection))
                .get()
                .extracting(PlatformOrder::state)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       -,            -,   -",
                "DOING,   -,            -,   -",
                "DOING,   CLOSED,       -,   -",
                "DONE,    -,            -,   USER_PAID",
                "DONE,    -,            700, USER_PAYING",
                "DONE,    -,            700, -",
                "WAIT_PAY, -,           700, -"
            })
    void readsNothingIntoATripleThatMakesNoSense(
            @Nullable String state,
            @Nullable String description,
            @Nullable Long total,
            @Nullable String collection) {
        assertThat(read(state, description, total, collection)).isEmpty();
    }

    @Test
    void tellsTheTotalOnlyOnceItIsCollected() {
        assertThat(read("CREATED", null, 700L, null).orElseThrow().total()).isNull();
        assertThat(read("DOING", "MCH_COMPLETE", 700L, "USER_PAYING").orElseThrow().total())
                .isEqualTo(Money.ofFen(700));
    }

    @Test
    void readsWhatWechatWritesFieldByField() {
        var order =
                GsonUtil.getGson()
                        .fromJson(
                                """
                                {"out_order_no":"K1","service_id":"s","package":"AAQ","mchid":"m",
                                 "total_amount":700,"need_collection":true,"new_field":{}}
                                """,
                                PayScoreOrder.class);

        assertThat(order.outOrderNo()).isEqualTo("K1");
        assertThat(order.serviceId()).isEqualTo("s");
        assertThat(order.packageToken()).isEqualTo("AAQ");
        assertThat(order.totalAmount()).isEqualTo(700);
        assertThat(order.needCollection()).isTrue();
    }

    private static Optional<PlatformOrder> read(
            @Nullable String state,
            @Nullable String description,
            @Nullable Long total,
            @Nullable String collection) {
        return PayScoreStates.read(
                "K1",
                new PayScoreOrder(
                        null,
                        null,
                        null,
                        "K1",
                        null,
                        state,
                        description,
                        total,
                        null,
                        collection == null
                                ? null
                                : new PayScoreOrder.Collection(collection, total, null, null),
                        null,
                        null));
    }
}
