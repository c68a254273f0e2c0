package io.kaimen.local.buy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.shop.Http;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant SCANNED_AT = OrderReportTest.SCANNED_AT;

    @Test
    void tellsAPurchaseLineByLine() throws Exception {
        var result = OrderReportTest.result(OrderReportTest.PAID);
        var events = new ArrayList<Event>();
        result.states().forEach(change -> events.add(Narration.of(change)));
        events.add(Event.of(SCANNED_AT, "shopper", "scans"));

        assertThat(Timeline.of(result, SCANNED_AT, events).lines())
                .startsWith("Order K1: o-demo-shopper at door 1 of DEMO-1", "")
                .contains(
                        "      0 ms  shopper                     scans",
                        "    900 ms  comm     DOOR OPENED        cabinet reports by MQTT: the door is open",
                        "   2500 ms  comm     DOOR CLOSED        cabinet reports by MQTT: the door is closed",
                        "    lane 1      7100.2 g  ->     6745.1 g     -355.1 g   1 × 可口可乐 330ml 罐, 3.50 yuan each",
                        "    lane 3     10540.4 g  ->    10540.6 g       +0.2 g   untouched",
                        "SETTLED, door CLOSED, payment PAID: 5.50 yuan of 5.50 yuan, transaction 4200001")
                .endsWith(
                        "scan to door command 350 ms, command to open 550 ms, close to basket 600 ms, close to charged 1300 ms");
    }

    @Test
    void putsWhatHappenedInOrder() throws Exception {
        var result = OrderReportTest.result(OrderReportTest.PAID);
        var late = Event.of(SCANNED_AT.plusMillis(20), "WeChat", "second");
        var early = Event.of(SCANNED_AT.minusMillis(5), "order", "first");

        assertThat(Timeline.of(result, SCANNED_AT, List.of(late, early)))
                .containsSubsequence("     -5 ms  order ", "first", "     20 ms  WeChat", "second");
    }

    @Test
    void tellsTheShoppersWordsWhenItEndedOtherwise() throws Exception {
        var cancelled =
                OrderReportTest.result(
                        """
                        {"orderNo":"K1","status":"CANCELLED","doorStatus":"NOT_OPENED",
                         "paymentStatus":"UNPAID","message":"You pay nothing."}
                        """);

        assertThat(Timeline.of(cancelled, SCANNED_AT, List.of()))
                .contains("CANCELLED, door NOT_OPENED, payment UNPAID: You pay nothing.")
                .doesNotContain("lane");
    }

    @Test
    void keepsACauseItHasNoWordsFor() {
        var odd =
                new PurchaseResult.Change(
                        "PAYMENT", "PAID", "REFUNDED", SCANNED_AT, "operator refunded");

        assertThat(Narration.of(odd).what()).isEqualTo("operator refunded");
    }

    @Test
    void tellsWhatThePlatformSaw() throws Exception {
        var view =
                Http.JSON.readTree(
                        """
                        {"calls":[{"operation":"CREATE","at":"2026-11-20T02:00:00.050Z","status":200,"millis":12},
                                  {"operation":"QUERY","at":"2026-11-20T02:00:00.060Z","status":200,"millis":1}],
                         "notifications":[{"event_type":"PAYSCORE.USER_PAID","attempts":[
                                  {"at":"2026-11-20T02:00:03.500Z","sending":"GENUINE","status":200},
                                  {"at":"2026-11-20T02:00:03.400Z","sending":"DROPPED","status":null}]}]}
                        """);

        assertThat(PlatformEvents.of(view))
                .containsExactly(
                        Event.of(
                                SCANNED_AT.plusMillis(50),
                                "channel",
                                "signed call to WeChat Pay Score: create, answered 200 in 12 ms"),
                        Event.of(
                                SCANNED_AT.plusMillis(3500),
                                "WeChat",
                                "notifies PAYSCORE.USER_PAID, answered 200"),
                        Event.of(
                                SCANNED_AT.plusMillis(3400),
                                "WeChat",
                                "notifies PAYSCORE.USER_PAID, answered nothing"));
    }

    @Test
    void tellsWhatHappenedAtTheDoor() throws Exception {
        var visit =
                Http.JSON.readTree(
                        """
                        {"state":"CLOSED","unlockedAt":"2026-11-20T02:00:00.500Z",
                         "openedAt":"2026-11-20T02:00:00.800Z",
                         "touches":[{"what":"take","lane":1,"count":2,"gramsLeft":6390.04,
                                     "at":"2026-11-20T02:00:01.600Z"}],
                         "closedAt":null}
                        """);

        assertThat(VisitEvents.of(visit))
                .containsExactly(
                        Event.of(
                                SCANNED_AT.plusMillis(500),
                                "cabinet",
                                "obeys the command, unlocks"),
                        Event.of(SCANNED_AT.plusMillis(800), "shopper", "pulls the door open"),
                        Event.of(
                                SCANNED_AT.plusMillis(1600),
                                "shopper",
                                "takes 2, lane 1 now holds 6390.0 g"));
    }

    @Test
    void tellsWhatTheBooksSay() throws Exception {
        var settlement =
                Http.JSON.readTree(
                        """
                        {"status":"PAID","moves":[
                          {"fromStatus":"PENDING","toStatus":"CAPTURING","movedAt":"2026-11-20T02:00:03.000Z"},
                          {"fromStatus":"CAPTURING","toStatus":"PAID","movedAt":"2026-11-20T02:00:03.800Z"}]}
                        """);
        var movements =
                Http.JSON.readTree(
                        """
                        [{"lane":1,"units":-1,"unitsAfter":18,"reference":"K1","movedAt":"2026-11-20T02:00:03.200Z"},
                         {"lane":1,"units":-1,"unitsAfter":19,"reference":"K0","movedAt":"2026-11-20T01:00:00.000Z"}]
                        """);

        assertThat(BookEvents.bookedAt(settlement)).contains(SCANNED_AT.plusMillis(3800));
        assertThat(BookEvents.bookedAt(Http.JSON.readTree("{\"status\":\"CAPTURING\"}"))).isEmpty();
        assertThat(BookEvents.ofStock("K1", movements))
                .containsExactly(
                        Event.of(
                                SCANNED_AT.plusMillis(3200),
                                "replenish",
                                "book stock of lane 1: -1, now 18"));
    }
}
