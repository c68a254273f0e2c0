package io.kaimen.device;

import static io.kaimen.device.TestCabinets.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorClaimsApi;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimDoor;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import io.kaimen.contracts.device.DoorClaimsApi.ReleaseClaim;
import io.kaimen.contracts.device.DoorOffersApi;
import io.kaimen.contracts.device.DoorOffersApi.DoorOffer;
import io.kaimen.contracts.device.DoorOffersApi.LaneOffer;
import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.device.Operators.Answer;
import io.kaimen.device.TestCabinets.TestCabinet;
import io.kaimen.service.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DeviceTest
class AdminIT {

    private final TestCabinets cabinets;
    private final Operators operators;
    @Autowired private RecordedMessages messages;
    @Autowired private DoorOffersApi offers;
    @Autowired private DoorClaimsApi claims;
    @Autowired private JdbcClient jdbc;

    @Autowired
    AdminIT(TestCabinets cabinets) {
        this.cabinets = cabinets;
        this.operators = cabinets.operators();
        cabinets.stockCatalog();
    }

    @Test
    void repeatingACreateCallAnswersTheSameThing() {
        String sku = TestCabinets.unique("tea-");
        String tea =
                json(
                        "{'sku':'%s','name':'Tea','unitGrams':250,'toleranceGrams':5,'priceFen':400}"
                                .formatted(sku));
        assertThat(operators.post("/admin/products", tea).code()).isEqualTo(201);
        Answer again = operators.post("/admin/products", tea);
        assertThat(again.code()).isEqualTo(200);
        assertThat(again.body().path("sku").asString()).isEqualTo(sku);
        Answer other = operators.post("/admin/products", tea.replace("400", "401"));
        assertThat(other.code()).isEqualTo(409);
        assertThat(other.body().path("code").asString()).isEqualTo("already-exists");
    }

    @Test
    void aCabinetsCredentialIsShownOnce() {
        String sn = TestCabinets.unique("SN");
        String cabinet =
                json(
                        "{'sn':'%s','name':'A','site':'lobby','warehouse':'wh','doors':[{'door':2,'lanes':[4,3]},{'door':1,'lanes':[1]}]}"
                                .formatted(sn));
        Answer first = operators.post("/admin/cabinets", cabinet);
        assertThat(first.code()).isEqualTo(201);
        assertThat(first.body().path("credential").asString()).matches("[A-Za-z0-9_-]{43}");
        Answer again = operators.post("/admin/cabinets", cabinet);
        assertThat(again.code()).isEqualTo(200);
        assertThat(again.body().has("credential")).isFalse();
        assertThat(again.body().path("doors").path(0).path("door").asInt()).isEqualTo(1);
        assertThat(operators.post("/admin/cabinets", cabinet.replace("[4,3]", "[4,5]")).code())
                .isEqualTo(409);
        assertThat(
                        jdbc.sql("select credential_sha256 from cabinet where sn = ?")
                                .param(sn)
                                .query(String.class)
                                .single())
                .isEqualTo(TestCabinets.sha256(first.body().path("credential").asString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/admin/products | {'sku':'','name':'Tea','unitGrams':250,'toleranceGrams':5,'priceFen':400} | sku",
                "/admin/products | {'sku':'a b','name':'Tea','unitGrams':250,'toleranceGrams':5,'priceFen':400} | sku",
                "/admin/products | {'sku':'t','name':'Tea','unitGrams':0,'toleranceGrams':5,'priceFen':400} | unitGrams",
                "/admin/products | {'sku':'t','name':'Tea','unitGrams':250,'toleranceGrams':5,'priceFen':0} | priceFen",
                "/admin/cabinets | {'sn':'a/b','name':'A','site':'lobby','warehouse':'wh','doors':[{'door':1,'lanes':[1]}]} | sn",
                "/admin/cabinets | {'sn':'ab','name':'A','site':'lobby','warehouse':'wh','doors':[]} | doors",
                "/admin/cabinets | {'sn':'ab','name':'A','site':'lobby','warehouse':'wh','doors':[{'door':1,'lanes':[]}]} | doors[0].lanes",
            })
    void refusesWhatMakesNoSenseAndNamesTheField(String path, String body, String field) {
        Answer answer = operators.post(path.strip(), json(body));
        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("invalid-request");
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field.strip());
    }

    @Test
    void refusesReferencesToNothing() {
        Answer site =
                operators.post(
                        "/admin/sites",
                        json("{'code':'s9','name':'S','region':'nowhere','partner':'P'}"));
        assertThat(site.code()).isEqualTo(422);
        assertThat(site.body().path("code").asString()).isEqualTo("unknown-region");
        TestCabinet cabinet = cabinets.registered();
        assertThat(
                        plan(cabinet, "{'lane':9,'sku':'cola','parLevel':9,'restockThreshold':1}")
                                .code())
                .isEqualTo(422);
        assertThat(
                        plan(cabinet, "{'lane':1,'sku':'gold','parLevel':9,'restockThreshold':1}")
                                .code())
                .isEqualTo(422);
        assertThat(
                        plan(cabinet, "{'lane':1,'sku':'cola','parLevel':9,'restockThreshold':9}")
                                .code())
                .isEqualTo(422);
        String slot = "{'lane':1,'sku':'cola','parLevel':9,'restockThreshold':1}";
        assertThat(plan(cabinet, slot + "," + slot).code()).isEqualTo(422);
        assertThat(operators.get("/admin/cabinets/NOBODY").code()).isEqualTo(404);
        assertThat(operators.put("/admin/prices/regions/nowhere/cola", price(1)).code())
                .isEqualTo(404);
        assertThat(
                        operators
                                .post(
                                        "/admin/cabinets",
                                        json(
                                                "{'sn':'twice','name':'A','site':'lobby','warehouse':'wh','doors':[{'door':1,'lanes':[1]},{'door':2,'lanes':[1]}]}"))
                                .body()
                                .path("code")
                                .asString())
                .isEqualTo("contradictory-layout");
    }

    @Test
    void thePriceOfTheLaneBeatsTheRegionsAndThatTheProducts() {
        TestCabinet cabinet = cabinets.selling();
        String sku = TestCabinets.unique("juice-");
        operators.post(
                "/admin/products",
                json(
                        "{'sku':'%s','name':'Juice','unitGrams':330,'toleranceGrams':8,'priceFen':500}"
                                .formatted(sku)));
        assertThat(
                        plan(
                                        cabinet,
                                        "{'lane':1,'sku':'%s','parLevel':9,'restockThreshold':1}"
                                                .formatted(sku))
                                .code())
                .isEqualTo(200);
        assertThat(firstLane(cabinet).price()).isEqualTo(Money.ofFen(500));
        operators.put("/admin/prices/regions/north/" + sku, price(450));
        assertThat(firstLane(cabinet).price()).isEqualTo(Money.ofFen(450));
        operators.put("/admin/prices/lanes/" + cabinet.sn + "/1/" + sku, price(399));
        assertThat(firstLane(cabinet).price()).isEqualTo(Money.ofFen(399));
        operators.put("/admin/prices/products/" + sku, price(600));
        assertThat(firstLane(cabinet).price()).isEqualTo(Money.ofFen(399));
        assertThat(
                        jdbc.sql(
                                        "select concat(who, ' ', before_json, ' ', after_json) from audit_entry where subject = ?")
                                .param("product " + sku)
                                .query(String.class)
                                .list())
                .contains("olga 500 600");
    }

    @Test
    void offersADoorWithItsProductsAndWhatIsLeft() {
        TestCabinet cabinet = cabinets.selling();
        DoorOffer offer = offers.offer(cabinet.sn, 1);
        assertThat(offer.available()).isTrue();
        assertThat(offer.site()).isEqualTo("The lobby");
        assertThat(offer.lanes())
                .containsExactly(
                        new LaneOffer(1, "cola", "Cola", null, Money.ofFen(350), 10),
                        new LaneOffer(2, "soap", "Soap", null, Money.ofFen(990), 10));
        assertThat(suspend(cabinet, true).code()).isEqualTo(200);
        assertThat(offers.offer(cabinet.sn, 1).available()).isFalse();
        assertThat(suspend(cabinet, false).code()).isEqualTo(200);
        assertThat(offers.offer(cabinet.sn, 1).available()).isTrue();
    }

    @Test
    void aPlanogramIsReplacedAsAWholeWithAVersion() {
        TestCabinet cabinet = cabinets.registered();
        cabinet.plan();
        cabinet.plan();
        Answer changed = plan(cabinet, "{'lane':2,'sku':'cola','parLevel':5,'restockThreshold':1}");
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        assertThat(changed.body().path("slots").size()).isEqualTo(1);
        await().untilAsserted(() ->
                assertThat(messages.of(Topic.PLANOGRAM_CHANGED, cabinet.sn, PlanogramChanged.class))
                        .extracting(PlanogramChanged::version)
                        .containsExactly(1L, 2L));
        PlanogramChanged last =
                messages.of(Topic.PLANOGRAM_CHANGED, cabinet.sn, PlanogramChanged.class).getLast();
        assertThat(last.warehouse()).isEqualTo("wh");
        assertThat(last.slots())
                .containsExactly(new PlanogramChanged.Slot(2, 1, "cola", "Cola", 5, 1));
    }

    @Test
    void noPlanogramOrLanePriceChangesWhileSomebodyHasADoor() {
        TestCabinet cabinet = cabinets.selling();
        String order = TestCabinets.unique("order-");
        assertThat(claims.claim(new ClaimDoor(cabinet.sn, 2, ClaimKind.SALE, order)).outcome())
                .isEqualTo(Outcome.CLAIMED);
        Answer refused = plan(cabinet, "{'lane':1,'sku':'soap','parLevel':9,'restockThreshold':1}");
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused.body().path("code").asString()).isEqualTo("door-in-use");
        assertThat(operators.put("/admin/prices/lanes/" + cabinet.sn + "/3/cola", price(1)).code())
                .isEqualTo(409);
        JsonNode planogram = operators.get("/admin/cabinets/" + cabinet.sn + "/planogram").body();
        assertThat(planogram.path("version").asInt()).isEqualTo(1);
        assertThat(planogram.path("slots").size()).isEqualTo(3);
        // Door 1 was taken first and must be free again.
        assertThat(
                        claims.claim(new ClaimDoor(cabinet.sn, 1, ClaimKind.SALE, order + "b"))
                                .outcome())
                .isEqualTo(Outcome.CLAIMED);
        claims.release(new ReleaseClaim(cabinet.sn, 1, order + "b"));
        claims.release(new ReleaseClaim(cabinet.sn, 2, order));
        assertThat(
                        plan(cabinet, "{'lane':1,'sku':'soap','parLevel':9,'restockThreshold':1}")
                                .code())
                .isEqualTo(200);
    }

    @Test
    void listsArePagedAndFiltered() {
        cabinets.registered();
        cabinets.registered();
        Answer page = operators.get("/admin/cabinets?status=REGISTERED&site=lobby&page=1&size=1");
        assertThat(page.body().path("items").size()).isEqualTo(1);
        assertThat(page.body().path("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(page.body().path("items").path(0).path("status").asString())
                .isEqualTo("REGISTERED");
        assertThat(operators.get("/admin/products?size=2").body().path("items").size())
                .isEqualTo(2);
        assertThat(operators.get("/admin/cabinets?size=1000").code()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOPPER", "SUPPORT", "PARTNER", "SERVICE"})
    void onlyOperatorsMayCall(Role role) {
        assertThat(cabinets.as(role).get("/admin/cabinets").code()).isEqualTo(403);
    }

    private Answer plan(TestCabinet cabinet, String slots) {
        return operators.put(
                "/admin/cabinets/" + cabinet.sn + "/planogram", json("{'slots':[" + slots + "]}"));
    }

    private Answer suspend(TestCabinet cabinet, boolean suspended) {
        return operators.put(
                "/admin/cabinets/" + cabinet.sn + "/suspension",
                json("{'suspended':" + suspended + ",'reason':'cleaning'}"));
    }

    private static String price(int fen) {
        return json("{'priceFen':" + fen + "}");
    }

    private LaneOffer firstLane(TestCabinet cabinet) {
        return offers.offer(cabinet.sn, 1).lanes().getFirst();
    }
}
