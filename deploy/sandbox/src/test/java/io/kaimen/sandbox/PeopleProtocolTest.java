package io.kaimen.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PeopleProtocolTest extends ProtocolTest {

    private static final String PAGE = "/sandbox/payscore/confirm-page";
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    @Test
    void logsAPersonInOnce() {
        String code = codeOf("oPerson");

        JsonObject session = redeem(code);
        assertThat(text(session, "openid")).isEqualTo("oPerson");
        assertThat(text(session, "session_key")).hasSize(24);
        assertThat(redeem(code).get("errcode").getAsInt()).isEqualTo(40163);
    }

    @Test
    void forgetsACodeAfterFiveMinutes() {
        String code = codeOf("oLate");
        controls.fault("{\"kind\":\"CLOCK_OFFSET\",\"millis\":301000}");

        assertThat(redeem(code).get("errcode").getAsInt()).isEqualTo(40029);
    }

    @Test
    void refusesALoginThatIsNotOurs() {
        String appId = wechat("app-id");
        String secret = wechat("app-secret");
        String code = codeOf("oPerson");

        assertThat(errorOf(appId, secret, "unknown")).isEqualTo(40029);
        assertThat(errorOf("wx0", secret, code)).isEqualTo(40013);
        assertThat(errorOf(appId, "secret", code)).isEqualTo(40125);
        assertThat(text(redeem(code), "openid")).isEqualTo("oPerson");
    }

    @Test
    void opensAPackageOnlyOnce() {
        String token = newPackage("once");

        assertThat(
                        controls.send(
                                        "POST",
                                        "/sandbox/payscore/decline",
                                        "application/json",
                                        decision(token))
                                .statusCode())
                .isEqualTo(200);
        HttpResponse<String> again =
                controls.send(
                        "POST", "/sandbox/payscore/confirm", "application/json", decision(token));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("WRONG_STATE");
        assertThat(
                        controls.send(
                                        "POST",
                                        "/sandbox/payscore/confirm",
                                        "application/json",
                                        decision("nothing"))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void confirmsOnThePage() {
        String number = Merchant.newNumber();
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        creation.addProperty("service_introduction", "<货柜> & Co");
        String token = text(merchant.create(creation), "package");

        HttpResponse<String> opened = openPage(token);
        assertThat(opened.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(opened.body()).contains("¥200.00", "&lt;货柜&gt; &amp; Co");
        assertThat(opened.body())
                .as("its address less the query")
                .contains("action=\"confirm-page\"");
        assertThat(openPage(token).statusCode()).isEqualTo(400);

        Matcher ticket = TICKET.matcher(opened.body());
        assertThat(ticket.find()).isTrue();
        assertThat(press(token, "guessed", "confirm").statusCode()).isEqualTo(409);
        assertThat(press(token, ticket.group(1), "confirm").body()).contains("确认成功");
        assertThat(press(token, ticket.group(1), "confirm").statusCode()).isEqualTo(409);

        JsonObject order = merchant.query(number);
        assertThat(text(order, "state_description")).isEqualTo("USER_CONFIRM");
        assertThat(text(order, "openid")).isEqualTo("oPage");
    }

    @Test
    void leavesTheOrderToTheMerchantWhenThePersonDeclines() {
        String number = Merchant.newNumber();
        String token =
                text(merchant.create(merchant.creation(number, callbacks.url(number))), "package");
        Matcher ticket = TICKET.matcher(openPage(token).body());
        assertThat(ticket.find()).isTrue();

        assertThat(press(token, ticket.group(1), "decline").body()).contains("已取消");

        assertThat(text(merchant.query(number), "state")).isEqualTo("CREATED");
        assertThat(text(merchant.cancel(number, "用户放弃"), "out_order_no")).isEqualTo(number);
        assertThat(callbacks.at(number)).isEmpty();
    }

    @Test
    void revokesNoAuthorisationWhileOrdersAreUnfinished() {
        String number = Merchant.newNumber();
        controls.post("/sandbox/payscore/authorisations", "{\"openid\":\"oRevoke\"}");
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        creation.addProperty("need_user_confirm", false);
        creation.addProperty("openid", "oRevoke");
        merchant.create(creation);
        String path = "/sandbox/payscore/authorisations/oRevoke";

        assertThat(controls.send("DELETE", path, "*/*", "").statusCode()).isEqualTo(409);
        merchant.cancel(number, "撤销");
        assertThat(controls.send("DELETE", path, "*/*", "").statusCode()).isEqualTo(204);
        creation.addProperty("out_order_no", Merchant.newNumber());
        assertRefused(403, "NO_AUTH", () -> merchant.create(creation));
    }

    @Test
    void vouchesForNobodyWithAnOverdueOrder() {
        String overdue = Merchant.newNumber();
        fault("DEDUCTION_FAILED", overdue, "");
        String token =
                text(
                        merchant.create(merchant.creation(overdue, callbacks.url(overdue))),
                        "package");
        controls.confirm(token, "oOverdue");
        merchant.complete(overdue, merchant.completion(700));
        String next = newPackage("overdue");
        controls.fault("{\"kind\":\"CLOCK_OFFSET\",\"millis\":86460000}");

        JsonObject decision = Merchant.object("package", next);
        decision.addProperty("openid", "oOverdue");
        HttpResponse<String> refused =
                controls.send(
                        "POST",
                        "/sandbox/payscore/confirm",
                        "application/json",
                        decision.toString());

        assertThat(refused.body()).contains("OVERDUE", "综合评估未通过");
    }

    @Test
    void forgetsAboutAnOrderNobodyConfirmsForAMonth() {
        String number = Merchant.newNumber();
        merchant.create(merchant.creation(number, callbacks.url(number)));

        controls.fault("{\"kind\":\"CLOCK_OFFSET\",\"millis\":2592060000}");
        assertThat(text(controls.order(number).getAsJsonObject("order"), "state"))
                .isEqualTo("EXPIRED");
        controls.clearFaults();
        assertThat(text(merchant.query(number), "state")).as("for good").isEqualTo("EXPIRED");
        assertRefused(400, "INVALID_REQUEST", () -> merchant.cancel(number, "太晚"));
    }

    @Test
    void warnsOfWhatProductionWouldNotTake() {
        String number = Merchant.newNumber();
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        creation.remove("device");
        merchant.create(creation);

        assertThat(controls.order(number).getAsJsonArray("warnings")).hasSize(2);
    }

    private String newPackage(String path) {
        String number = Merchant.newNumber();
        return text(merchant.create(merchant.creation(number, callbacks.url(path))), "package");
    }

    private static String decision(String token) {
        return Merchant.object("package", token).toString();
    }

    private HttpResponse<String> openPage(String token) {
        return controls.send(
                "GET",
                PAGE + "?openid=oPage&package=" + URLEncoder.encode(token, UTF_8),
                "*/*",
                "");
    }

    private HttpResponse<String> press(String token, String ticket, String decision) {
        return controls.send(
                "POST",
                PAGE,
                "application/x-www-form-urlencoded",
                "package=%s&ticket=%s&openid=oPage&decision=%s"
                        .formatted(URLEncoder.encode(token, UTF_8), ticket, decision));
    }

    private String codeOf(String openid) {
        return text(
                controls.post("/sandbox/codes", Merchant.object("openid", openid).toString()),
                "code");
    }

    private JsonObject redeem(String code) {
        return session(wechat("app-id"), wechat("app-secret"), code);
    }

    private int errorOf(String appId, String secret, String code) {
        return session(appId, secret, code).get("errcode").getAsInt();
    }

    private JsonObject session(String appId, String secret, String code) {
        HttpResponse<String> answer =
                controls.send(
                        "GET",
                        "/sns/jscode2session?grant_type=authorization_code&appid=%s&secret=%s&js_code=%s"
                                .formatted(appId, secret, code),
                        "*/*",
                        "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private String wechat(String name) {
        return sandbox.wechat().getProperty("kaimen.wechat." + name);
    }
}
