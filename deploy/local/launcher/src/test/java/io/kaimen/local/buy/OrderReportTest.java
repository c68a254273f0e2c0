package io.kaimen.local.buy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.shop.Http;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReportTest {

    static final Instant SCANNED_AT = Instant.parse("2026-11-20T02:00:00Z");

    private static final Instant BOOKED_AT = SCANNED_AT.plusMillis(3800);

    /** As the admin API answers for a purchase that went well. */
    static final String PAID =
            """
            {"orderNo":"K1","sn":"DEMO-1","door":1,"status":"SETTLED","doorStatus":"CLOSED",
             "paymentStatus":"PAID","message":"CNY 5.50 paid. Thank you.",
             "lines":[{"lane":1,"sku":"COLA-330","productName":"可口可乐 330ml 罐","quantity":1,
                       "unitPriceFen":350,"amountFen":350},
                      {"lane":2,"sku":"WATER-550","productName":"农夫山泉 550ml","quantity":1,
                       "unitPriceFen":200,"amountFen":200}],
             "basketFen":550,"dueFen":550,"paidFen":550,"transactionId":"4200001",
             "moves":[
              {"machine":"ORDER","from":"PRE_AUTHORISED","to":"AUTHORISING","cause":"asked","at":"2026-11-20T02:00:00.120Z"},
              {"machine":"ORDER","from":"AUTHORISING","to":"AUTHORISED","cause":"confirmed","at":"2026-11-20T02:00:00.300Z"},
              {"machine":"DOOR","from":"NOT_OPENED","to":"OPENING","cause":"commanded","at":"2026-11-20T02:00:00.350Z"},
              {"machine":"DOOR","from":"OPENING","to":"OPENED","cause":"reported","at":"2026-11-20T02:00:00.900Z"},
              {"machine":"ORDER","from":"AUTHORISED","to":"OPENED","cause":"reported","at":"2026-11-20T02:00:00.900Z"},
              {"machine":"DOOR","from":"OPENED","to":"CLOSED","cause":"reported","at":"2026-11-20T02:00:02.500Z"},
              {"machine":"ORDER","from":"OPENED","to":"CLOSED","cause":"reported","at":"2026-11-20T02:00:02.500Z"},
              {"machine":"ORDER","from":"CLOSED","to":"SETTLED","cause":"basket","at":"2026-11-20T02:00:03.100Z"},
              {"machine":"PAYMENT","from":"UNPAID","to":"CAPTURING","cause":"basket","at":"2026-11-20T02:00:03.100Z"},
              {"machine":"PAYMENT","from":"CAPTURING","to":"PAID","cause":"paid","at":"2026-11-20T02:00:03.700Z"}],
             "lanes":[{"lane":1,"beforeGrams":7100.2,"afterGrams":6745.1},
                      {"lane":2,"beforeGrams":11460.0,"afterGrams":10887.3},
                      {"lane":3,"beforeGrams":10540.4,"afterGrams":10540.6}],
             "somethingNew":1}
            """;

    @Test
    void readsAPurchaseThatWentWell() throws Exception {
        var result = result(PAID);

        assertThat(result.ok()).isTrue();
        assertThat(result.nothingDue()).isFalse();
        assertThat(result.orderNo()).isEqualTo("K1");
        assertThat(result.totalFen()).isEqualTo(550);
        assertThat(result.dueFen()).isEqualTo(550);
        assertThat(result.paidFen()).isEqualTo(550);
        assertThat(result.transactionId()).isEqualTo("4200001");
        assertThat(result.states()).hasSize(10);
        assertThat(result.items())
                .containsExactly(
                        new PurchaseResult.Item(1, "COLA-330", "可口可乐 330ml 罐", 1, 350, 350),
                        new PurchaseResult.Item(2, "WATER-550", "农夫山泉 550ml", 1, 200, 200));
    }

    @Test
    void measuresFromTapToDoorAndFromCloseToMoney() throws Exception {
        assertThat(result(PAID).timings())
                .isEqualTo(new PurchaseResult.Timings(300L, 350L, 550L, 900L, 600L, 1300L, 3800L));
    }

    @Test
    void knowsNoTimeOfWhatDidNotHappen() throws Exception {
        var cancelled = "{\"orderNo\":\"K1\",\"status\":\"CANCELLED\",\"moves\":[]}";
        var timings =
                new OrderReport(Http.JSON.readTree(cancelled), SCANNED_AT)
                        .result(BuyOptions.parse())
                        .timings();

        assertThat(timings)
                .isEqualTo(new PurchaseResult.Timings(null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISING, UNPAID,      false",
        "OPENED,      UNPAID,      false",
        "SETTLED,     CAPTURING,   false",
        "CLOSED,      PAID,        false",
        "SETTLED,     PAID,        true",
        "SETTLED,     NOTHING_DUE, true",
        "SETTLED,     FAILED,      true",
        "CANCELLED,   UNPAID,      true",
        "ABNORMAL,    UNPAID,      true"
    })
    void knowsWhenNothingMoreWillHappen(String status, String payment, boolean over)
            throws Exception {
        var order = "{\"status\":\"%s\",\"paymentStatus\":\"%s\"}".formatted(status, payment);

        assertThat(new OrderReport(Http.JSON.readTree(order), SCANNED_AT).isOver()).isEqualTo(over);
    }

    @Test
    void isNotOkWithoutThePayment() throws Exception {
        var unpaid =
                result(PAID.replace("\"paymentStatus\":\"PAID\"", "\"paymentStatus\":\"FAILED\""));
        var nothing =
                result(
                        PAID.replace(
                                "\"paymentStatus\":\"PAID\"", "\"paymentStatus\":\"NOTHING_DUE\""));

        assertThat(unpaid.ok()).isFalse();
        assertThat(unpaid.nothingDue()).isFalse();
        assertThat(nothing.ok()).isFalse();
        assertThat(nothing.nothingDue()).isTrue();
    }

    @Test
    void tellsProgramsEverythingByName() throws Exception {
        var json = Http.JSON.readTree(Http.JSON.writeValueAsString(result(PAID)));

        assertThat(json.propertyNames())
                .contains(
                        "orderNo",
                        "cabinet",
                        "door",
                        "shopper",
                        "items",
                        "totalFen",
                        "dueFen",
                        "paidFen",
                        "transactionId",
                        "states",
                        "timings",
                        "ok");
        assertThat(json.at("/items/0/unitPriceFen").asLong()).isEqualTo(350);
        assertThat(json.at("/states/9/to").asString()).isEqualTo("PAID");
        assertThat(json.at("/states/9/at").asString()).isEqualTo("2026-11-20T02:00:03.700Z");
        assertThat(json.at("/timings/closeToBasketMs").asLong()).isEqualTo(600);
    }

    static PurchaseResult result(String order) throws Exception {
        return new OrderReport(Http.JSON.readTree(order), SCANNED_AT, BOOKED_AT)
                .result(BuyOptions.parse());
    }
}
