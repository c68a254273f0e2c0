package io.kaimen.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TraceSource;
import io.kaimen.local.shop.Http;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TracePageTest {

    private static final Instant SCAN = Instant.parse("2026-11-20T02:00:00Z");

    /** As order-service answers. */
    private static final String PAID =
            """
            {"orderNo":"K1","sn":"DEMO-1","door":1,"platform":"WECHAT","scannedAt":"2026-11-20T02:00:00Z",
             "orderStatus":"SETTLED","doorStatus":"CLOSED","paymentStatus":"PAID",
             "basketFen":700,"dueFen":700,"paidFen":700,
             "moments":[
              {"at":"2026-11-20T02:00:00Z","source":"SHOPPER","kind":"SCANNED","facts":{}},
              {"at":"2026-11-20T02:00:00.100Z","source":"CHANNEL","kind":"PLATFORM_CALLED",
               "facts":{"operation":"CREATE","outcome":"UNCLEAR","error":"no answer","millis":"4003"}},
              {"at":"2026-11-20T02:00:01Z","source":"DEVICE","kind":"COMMAND_ISSUED",
               "facts":{"commandId":"c-1","command":"OPEN_DOOR","instance":"comm-1","expiresAt":"2026-11-20T02:00:09Z"}},
              {"at":"2026-11-20T02:00:02Z","source":"CABINET","kind":"DOOR_OPENED",
               "facts":{"bootId":"b","sequence":"12","uptimeMillis":"9000","receivedAt":"2026-11-20T02:00:05.500Z"}},
              {"at":"2026-11-20T02:00:05.600Z","source":"ORDER","kind":"ORDER_MOVED",
               "facts":{"machine":"DOOR","from":"OPENING","to":"OPENED","cause":"the door was opened","happenedAt":"2026-11-20T02:00:02Z"}},
              {"at":"2026-11-20T02:00:10Z","source":"DEVICE","kind":"BASKET_DECIDED",
               "facts":{"algorithm":"lane-difference/1","totalFen":"700","units":"2","flags":"lane 2 GAINED 35.0 g"}},
              {"at":"2026-11-20T02:00:11Z","source":"ACCOUNT","kind":"SETTLEMENT_MOVED",
               "facts":{"from":"CAPTURING","to":"PAID","cause":"collected"}},
              {"at":"2026-11-20T02:00:11Z","source":"PLATFORM","kind":"PLATFORM_NOTIFIED",
               "facts":{"eventType":"PAYSCORE.USER_PAID","outcome":"PAID:700","deliveries":"3"}}],
             "lanes":[
              {"lane":1,"sku":"COLA","productName":"可乐","unitGrams":330.0,"beforeGrams":3300.0,"afterGrams":2640.0,
               "quantity":2,"flags":[],"readings":4,"curve":[
                {"at":"2026-11-20T02:00:00Z","grams":3300.0,"stable":true},
                {"at":"2026-11-20T02:00:04Z","grams":2970.0,"stable":false},
                {"at":"2026-11-20T02:00:06Z","grams":2640.0,"stable":false},
                {"at":"2026-11-20T02:00:12Z","grams":2640.0,"stable":true}]},
              {"lane":2,"sku":"SOAP","productName":"皂","unitGrams":500.0,"beforeGrams":5000.0,"afterGrams":5035.0,
               "quantity":0,"flags":["GAINED"],"readings":5000,"curve":[
                {"at":"2026-11-20T02:00:00Z","grams":5000.0,"stable":true},
                {"at":"2026-11-20T02:00:12Z","grams":5003.0,"stable":true}]}],
             "marks":{"commandedAt":"2026-11-20T02:00:01Z","unlockedAt":"2026-11-20T02:00:01.500Z",
                      "openedAt":"2026-11-20T02:00:02Z","closedAt":"2026-11-20T02:00:08Z",
                      "decidedAt":"2026-11-20T02:00:10Z","chargedAt":null},
             "missing":[],"somethingNew":1}
            """;

    @Test
    void tellsEverySourceInPlainWords() {
        assertThat(page(PAID).lines())
                .startsWith(
                        "Order K1: door 1 of DEMO-1, WECHAT, scanned at 2026-11-20T02:00:00Z", "")
                .contains(
                        "      0 ms  shopper               scans and taps \"open the door\"",
                        "    100 ms  channel               signed call to WeChat: CREATE, UNCLEAR (no answer) in 4003 ms",
                        "   1000 ms  device                OPEN_DOOR for comm-1, valid 8.0 s",
                        "   2000 ms  cabinet               door open (MQTT event 12), received 3.5 s later",
                        "   5600 ms  order    DOOR OPENED  the door was opened, known 3.6 s later",
                        "  10000 ms  device                weights are stable: basket of 2 units, 7.00 yuan, by lane-difference/1; flagged: lane 2 GAINED 35.0 g",
                        "  11000 ms  WeChat                notifies PAYSCORE.USER_PAID: PAID:700, told 3 times",
                        "    lane 1      3300.0 g  ->     2640.0 g   2 × 可乐 of 330.0 g",
                        "    lane 2      5000.0 g  ->     5035.0 g   untouched  GAINED")
                .endsWith("SETTLED, door CLOSED, payment PAID: 7.00 yuan of 7.00 yuan");
    }

    @Test
    void drawsAllLanesOnOneAxisWithMarks() {
        var curves = Curves.of(trace(PAID));

        assertThat(curves.getFirst()).startsWith("Weights from 0.0 s to 12.0 s after the scan");
        String marks = curves.get(1).substring(20);
        assertThat(marks.indexOf('C')).isEqualTo(6);
        assertThat(marks.indexOf('U')).isEqualTo(9);
        assertThat(marks.indexOf('O')).isEqualTo(12);
        assertThat(marks.indexOf('X')).isEqualTo(48);
        assertThat(marks.indexOf('B')).isEqualTo(60);
        assertThat(curves.get(2))
                .isEqualTo(
                        "    lane 1     3300 g "
                                + "█".repeat(24)
                                + "▅".repeat(12)
                                + "▁".repeat(36)
                                + " 2640 g");
        assertThat(curves.get(3)).contains("▅".repeat(72)).endsWith("(2 of 5000 readings)");
    }

    @Test
    void namesWhoDidNotAnswer() {
        assertThat(page(PAID.replace("\"missing\":[]", "\"missing\":[\"account-service\"]")))
                .endsWith("Did not answer, so its part is missing: account-service");
    }

    @Test
    void tellsAnOrderThatNeverCameToItsDoor() {
        var cancelled =
                """
                {"orderNo":"K1","sn":"DEMO-1","door":1,"platform":"WECHAT","scannedAt":"2026-11-20T02:00:00Z",
                 "orderStatus":"CANCELLED","doorStatus":"NOT_OPENED","paymentStatus":"UNPAID",
                 "basketFen":null,"dueFen":null,"paidFen":null,"moments":[],"lanes":[],
                 "marks":{"commandedAt":null,"unlockedAt":null,"openedAt":null,"closedAt":null,
                          "decidedAt":null,"chargedAt":null},"missing":[]}
                """;

        assertThat(page(cancelled))
                .endsWith("CANCELLED, door NOT_OPENED, payment UNPAID")
                .doesNotContain("lane", "Weights");
    }

    @Test
    void knowsWhenTheBooksKnew() {
        assertThat(trace(PAID).bookedAt()).contains(SCAN.plusSeconds(11));
        assertThat(trace(PAID.replace("\"to\":\"PAID\"", "\"to\":\"CAPTURING\"")).bookedAt())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TraceKind.class)
    void hasWordsForEveryKindAlsoWithoutFacts(TraceKind kind) {
        var event = Words.of(TraceMoment.of(SCAN, TraceSource.ORDER, kind));

        assertThat(event.what()).isNotBlank();
        assertThat(event.at()).isEqualTo(SCAN);
    }

    @Test
    void momentsOfOneMillisecondKeepTheirOrder() {
        assertThat(
                        Moments.lines(
                                SCAN,
                                List.of(
                                        Event.of(SCAN.plusMillis(5), "order", "second"),
                                        Event.of(SCAN.minusMillis(5), "order", "first"),
                                        Event.of(SCAN.plusMillis(5), "order", "third"))))
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("first", "second", "third");
    }

    private static String page(String answer) {
        return TracePage.of(trace(answer));
    }

    private static OrderTrace trace(String answer) {
        return OrderTrace.read(Http.JSON.readTree(answer));
    }
}
