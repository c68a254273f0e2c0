package io.kaimen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.contracts.channel.CapturesApi.Capture;
import io.kaimen.contracts.channel.CapturesApi.Item;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayScoreRequestsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T16:00:10Z");

    @TempDir private Path folder;
    private PayScoreRequests requests;

    @BeforeEach
    void configure() {
        requests =
                new PayScoreRequests(
                        new WechatKeys(folder).properties(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void createsAVendingOrderThatTheShopperConfirms() {
        assertThat(parse(requests.create(wanted("上海·人民广场 A 座大堂"))))
                .isEqualTo(
                        parse(
                                """
                                {"appid":"wx0000000000000001",
                                 "service_id":"00004000000000158000000000000001",
                                 "out_order_no":"K1",
                                 "service_introduction":"开门智能货柜购物",
                                 "need_user_confirm":true,
                                 "notify_url":"https://example.org/callback/wechat/payscore",
                                 "time_range":{"start_time":"OnAccept"},
                                 "location":{"start_location":"上海·人民广场 A 座大堂"},
                                 "risk_fund":{"name":"ESTIMATE_ORDER_COST","amount":20000},
                                 "device":{"start_device_id":"CAB-1"}}
                                """));
    }

    @Test
    void writesTheSameWishWordForWordAgain() {
        assertThat(requests.create(wanted("大堂"))).isEqualTo(requests.create(wanted("大堂")));
    }

    @Test
    void cutsALongPlaceAtFiftyCharacters() {
        var body = parse(requests.create(wanted("很".repeat(51))));

        assertThat(body.getAsJsonObject("location").get("start_location").getAsString())
                .isEqualTo("很".repeat(50));
    }

    @Test
    void completesWithItemsAndBothTimes() {
        var body =
                requests.complete(
                        capture(
                                NOW.minusSeconds(70),
                                NOW.minusSeconds(10),
                                new Item("可乐 330ml", 2, Money.ofFen(700)),
                                new Item("薯片", 1, Money.ofFen(550))));

        assertThat(parse(body))
                .isEqualTo(
                        parse(
                                """
                                {"appid":"wx0000000000000001",
                                 "service_id":"00004000000000158000000000000001",
                                 "post_payments":[
                                   {"name":"商品信息","amount":700,"description":"可乐 330ml","count":2},
                                   {"name":"商品信息","amount":550,"description":"薯片","count":1}],
                                 "total_amount":1250,
                                 "time_range":{"start_time":"20261120235900",
                                               "end_time":"20261121000000"}}
                                """));
    }

    @Test
    void keepsTheEndOutOfTheFutureAndTheStartBeforeIt() {
        var times =
                parse(
                                requests.complete(
                                        capture(
                                                NOW.plusSeconds(1),
                                                NOW.plusSeconds(3),
                                                new Item("可乐", 1, Money.ofFen(350)))))
                        .getAsJsonObject("time_range");

        assertThat(times.get("end_time").getAsString()).isEqualTo("20261121000008");
        assertThat(times.get("start_time").getAsString()).isEqualTo("20261121000008");
    }

    @Test
    void mergesWhatIsBeyondAHundredItems() {
        var items =
                IntStream.rangeClosed(1, 103)
                        .mapToObj(i -> new Item("商品 " + i, 1, Money.ofFen(i)))
                        .toArray(Item[]::new);

        var payments =
                parse(requests.complete(capture(NOW, NOW, items))).getAsJsonArray("post_payments");

        assertThat(payments).hasSize(100);
        assertThat(payments.get(98).getAsJsonObject().get("description").getAsString())
                .isEqualTo("商品 99");
        var rest = payments.get(99).getAsJsonObject();
        assertThat(rest.get("description").getAsString()).isEqualTo("其他商品");
        assertThat(rest.get("count").getAsInt()).isEqualTo(4);
        assertThat(rest.get("amount").getAsLong()).isEqualTo(100 + 101 + 102 + 103);
        assertThat(sum(payments.asList().stream().map(p -> p.getAsJsonObject()).toList()))
                .isEqualTo(103 * 104 / 2);
    }

    @Test
    void leavesExactlyAHundredItemsAlone() {
        var items =
                IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> new Item("商品 " + i, 1, Money.ofFen(i)))
                        .toArray(Item[]::new);

        var payments =
                parse(requests.complete(capture(NOW, NOW, items))).getAsJsonArray("post_payments");

        assertThat(payments).hasSize(100);
        assertThat(payments.get(99).getAsJsonObject().get("description").getAsString())
                .isEqualTo("商品 100");
    }

    @Test
    void cutsNamesAtThirtyCharactersAndNeverThroughOne() {
        var description = description(new Item("🥤".repeat(31), 1, Money.ofFen(1)));

        assertThat(description).isEqualTo("🥤".repeat(30));
    }

    @Test
    void tellsMoreThanAHundredOfOneProductInItsName() {
        var body =
                parse(
                        requests.complete(
                                capture(NOW, NOW, new Item("水".repeat(40), 120, Money.ofFen(6)))));
        var payment = body.getAsJsonArray("post_payments").get(0).getAsJsonObject();

        assertThat(payment.get("count").getAsInt()).isEqualTo(1);
        assertThat(payment.get("amount").getAsLong()).isEqualTo(6);
        assertThat(payment.get("description").getAsString()).isEqualTo("水".repeat(26) + "×120");
    }

    @Test
    void cancelsWithAReasonOfFiftyCharactersAtMost() {
        var body = parse(requests.cancel("r".repeat(60)));

        assertThat(body.get("reason").getAsString()).hasSize(50);
        assertThat(body.get("appid").getAsString()).isEqualTo("wx0000000000000001");
    }

    private String description(Item item) {
        return parse(requests.complete(capture(NOW, NOW, item)))
                .getAsJsonArray("post_payments")
                .get(0)
                .getAsJsonObject()
                .get("description")
                .getAsString();
    }

    private static long sum(List<JsonObject> payments) {
        return payments.stream().mapToLong(payment -> payment.get("amount").getAsLong()).sum();
    }

    private static CreateAuthorisation wanted(String place) {
        return new CreateAuthorisation("K1", Platform.WECHAT, "o1", "CAB-1", 1, place, NOW);
    }

    private static Capture capture(Instant startedAt, Instant endedAt, Item... items) {
        var total = List.of(items).stream().map(Item::amount).reduce(Money.ZERO, Money::plus);
        return new Capture("K1", Platform.WECHAT, List.of(items), total, startedAt, endedAt);
    }

    private static JsonObject parse(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
