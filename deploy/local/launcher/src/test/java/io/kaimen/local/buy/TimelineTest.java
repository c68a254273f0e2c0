package io.kaimen.local.buy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.shop.Http;
import io.kaimen.local.trace.Event;
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
        events.add(
                new Event(
                        SCANNED_AT.plusMillis(900), "order", "the door was opened", "DOOR OPENED"));
        events.add(Event.of(SCANNED_AT, "shopper", "scans"));

        assertThat(Timeline.of(result, SCANNED_AT, events).lines())
                .startsWith("Order K1: o-demo-shopper at door 1 of DEMO-1", "")
                .contains(
                        "      0 ms  shopper               scans",
                        "    900 ms  order    DOOR OPENED  the door was opened",
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
                        Event.of(SCANNED_AT.plusMillis(800), "shopper", "pulls the door open"),
                        Event.of(
                                SCANNED_AT.plusMillis(1600),
                                "shopper",
                                "takes 2, lane 1 now holds 6390.0 g"));
    }
}
