package io.kaimen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PurchaseProtocolTest extends ProtocolTest {

    @Test
    void servesAWholePurchase() {
        String number = Merchant.newNumber();
        JsonObject created = merchant.create(merchant.creation(number, callbacks.url(number)));
        assertThat(text(created, "state")).isEqualTo("CREATED");
        assertThat(text(created, "order_id")).matches("\\d{31}");
        assertThat(created.has("state_description")).isFalse();
        assertThat(text(merchant.query(number), "state")).isEqualTo("CREATED");

        JsonObject outcome = controls.confirm(text(created, "package"), "oShopper1");
        JsonObject confirmed = callbacks.await(number, 1).getFirst().parsedBy(merchant.parser());
        assertThat(text(confirmed, "state")).isEqualTo("DOING");
        assertThat(text(confirmed, "state_description")).isEqualTo("USER_CONFIRM");
        assertThat(text(confirmed, "openid")).isEqualTo("oShopper1");
        assertThat(text(confirmed, "attach")).isEqualTo("door=1");
        assertThat(text(merchant.query("query_id", text(outcome, "query_id")), "out_order_no"))
                .isEqualTo(number);

        JsonObject completed = merchant.complete(number, merchant.completion(700));
        assertThat(text(completed, "state_description")).isEqualTo("MCH_COMPLETE");
        assertThat(completed.get("need_collection").getAsBoolean()).isTrue();

        JsonObject paid = callbacks.await(number, 2).get(1).parsedBy(merchant.parser());
        assertThat(text(paid, "state")).isEqualTo("DONE");
        JsonObject collection = paid.getAsJsonObject("collection");
        assertThat(text(collection, "state")).isEqualTo("USER_PAID");
        assertThat(collection.get("paid_amount").getAsLong()).isEqualTo(700);
        JsonObject detail = collection.getAsJsonArray("details").get(0).getAsJsonObject();
        assertThat(text(detail, "paid_type")).isEqualTo("NEWTON");
        assertThat(text(detail, "transaction_id")).matches("\\d{28}");
        assertThat(merchant.query(number)).isEqualTo(paid);
    }

    @Test
    void sealsNotificationsAsWeChatDoes() {
        String number = runningOrder();
        Callbacks.Callback callback = callbacks.await(number, 1).getFirst();

        JsonObject envelope = JsonParser.parseString(callback.body()).getAsJsonObject();
        assertThat(text(envelope, "id")).hasSizeLessThanOrEqualTo(36);
        assertThat(text(envelope, "create_time"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00");
        assertThat(text(envelope, "event_type")).isEqualTo("PAYSCORE.USER_CONFIRM");
        assertThat(text(envelope, "resource_type")).isEqualTo("encrypt-resource");
        JsonObject resource = envelope.getAsJsonObject("resource");
        assertThat(text(resource, "algorithm")).isEqualTo("AEAD_AES_256_GCM");
        assertThat(text(resource, "original_type")).isEqualTo("payscore");
        assertThat(text(resource, "nonce")).hasSize(12);
        assertThat(resource.has("associated_data")).isTrue();
        assertThat(callback.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void createsAnOrderOnceHoweverOftenItIsAsked() {
        String number = Merchant.newNumber();
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        JsonObject first = merchant.create(creation);
        assertThat(merchant.create(creation)).isEqualTo(first);

        creation.addProperty("attach", "another");
        assertRefused(400, "PARAM_ERROR", () -> merchant.create(creation));
        assertThat(merchant.query(number).get("attach").getAsString()).isEqualTo("door=1");
    }

    @Test
    void cancelsOnceHoweverOftenItIsAsked() {
        String number = runningOrder();

        JsonObject cancelled = merchant.cancel(number, "用户未取货");
        assertThat(cancelled.keySet())
                .containsExactlyInAnyOrder(
                        "appid", "mchid", "out_order_no", "service_id", "order_id");
        assertThat(merchant.cancel(number, "用户未取货")).isEqualTo(cancelled);
        assertRefused(400, "INVALID_REQUEST", () -> merchant.cancel(number, "其他"));
        assertThat(text(merchant.query(number), "state")).isEqualTo("REVOKED");
        assertRefused(
                400, "INVALID_REQUEST", () -> merchant.complete(number, merchant.completion(700)));
    }

    @Test
    void endsWithoutATransactionWhenNothingWasTaken() {
        String number = runningOrder();
        callbacks.await(number, 1);

        JsonObject completed = merchant.complete(number, merchant.completion(0));

        assertThat(text(completed, "state")).isEqualTo("DONE");
        assertThat(completed.get("need_collection").getAsBoolean()).isFalse();
        assertThat(merchant.query(number).has("collection")).isFalse();
        assertThat(controls.order(number).getAsJsonArray("notifications")).hasSize(1);
    }

    @Test
    void refusesASecondCompletionWhileTheMoneyIsTaken() {
        String number = runningOrder();
        fault("DEDUCTION_DELAYED", number, ",\"millis\":60000");
        JsonObject completion = merchant.completion(700);
        merchant.complete(number, completion);

        assertRefused(400, "INVALID_REQUEST", () -> merchant.complete(number, completion));
        assertRefused(400, "INVALID_REQUEST", () -> merchant.cancel(number, "太晚"));
        assertThat(lastNumber(number)).isEqualTo("271316592");
    }

    @Test
    void takesWhatIsPaidElsewhereOrByTheUser() {
        String elsewhere = runningOrder();
        String byUser = runningOrder();
        for (String number : List.of(elsewhere, byUser)) {
            fault("DEDUCTION_FAILED", number, "");
            merchant.complete(number, merchant.completion(700));
            awaitFailedDeduction(number);
        }

        JsonObject body = merchant.with("type", "Order_Paid");
        body.add("detail", Merchant.object("paid_time", Merchant.nowInBeijing()));
        JsonObject synced = merchant.post("/" + elsewhere + "/sync", body);
        assertThat(text(synced, "state")).isEqualTo("DONE");
        assertThat(synced.toString()).contains("\"paid_type\":\"MCH\"");

        controls.post("/sandbox/payscore/orders/" + byUser + "/pay", "");
        assertThat(merchant.query(byUser).toString()).contains("\"paid_type\":\"NEWTON\"");
        callbacks.await(byUser, 2);
        assertThat(callbacks.at(elsewhere)).hasSize(1);
    }

    @Test
    void lowersWhatIsDueAndTriesAgainWhenAsked() {
        String number = runningOrder();
        fault("DEDUCTION_FAILED", number, "");
        merchant.complete(number, merchant.completion(700));
        awaitFailedDeduction(number);

        JsonObject modification = merchant.completion(350);
        modification.remove("time_range");
        modification.addProperty("reason", "少取一件");
        JsonObject modified = merchant.post("/" + number + "/modify", modification);
        assertThat(modified.get("total_amount").getAsLong()).isEqualTo(350);

        assertThat(merchant.post("/" + number + "/pay", merchant.with("out", "")).keySet())
                .contains("order_id");
        controls.clearFaults();
        JsonObject done = awaitState(number, "DONE");
        assertThat(done.getAsJsonObject("collection").get("paid_amount").getAsLong())
                .isEqualTo(350);
    }

    @Test
    void runsAnOrderWithoutConfirmationOnceItsUserHasAuthorisedTheService() {
        String number = Merchant.newNumber();
        String openid = "oOnce" + number;
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        creation.addProperty("need_user_confirm", false);
        creation.addProperty("openid", openid);
        assertRefused(403, "NO_AUTH", () -> merchant.create(creation));

        controls.post(
                "/sandbox/payscore/authorisations", Merchant.object("openid", openid).toString());
        JsonObject created = merchant.create(creation);

        assertThat(text(created, "state")).isEqualTo("DOING");
        assertThat(text(created, "state_description")).isEqualTo("USER_CONFIRM");
        assertThat(created.has("package")).isFalse();
        assertThat(text(merchant.query(number), "openid")).isEqualTo(openid);
    }

    @Test
    void vouchesForThreeOrdersOfAPersonAtATime() {
        for (int i = 0; i < 3; i++) {
            String number = Merchant.newNumber();
            var created = merchant.create(merchant.creation(number, callbacks.url(number)));
            controls.confirm(text(created, "package"), "oBusy");
        }
        String fourth = Merchant.newNumber();
        var created = merchant.create(merchant.creation(fourth, callbacks.url(fourth)));

        JsonObject decision = Merchant.object("package", text(created, "package"));
        decision.addProperty("openid", "oBusy");
        var refused =
                controls.send(
                        "POST",
                        "/sandbox/payscore/confirm",
                        "application/json",
                        decision.toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("综合评估未通过");
        assertThat(text(merchant.query(fourth), "state")).isEqualTo("CREATED");
    }

    @Test
    void findsOrdersByExactlyOneOfTheirNumbers() {
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query("nowhere"));
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query("query_id", "nowhere"));
        assertRefused(400, "PARAM_ERROR", () -> merchant.query("nothing", "x"));
        assertRefused(403, "NO_AUTH", () -> merchant.get("?service_id=1&appid=2&query_id=3"));
        assertRefused(404, "RESOURCE_NOT_EXISTS", () -> merchant.get("/x/cancel"));
    }

    @Test
    void refusesTheOrderNumberInABodyThatHasItInItsPath() {
        String number = runningOrder();
        JsonObject completion = merchant.completion(700);
        completion.addProperty("out_order_no", number);

        assertRefused(400, "PARAM_ERROR", () -> merchant.complete(number, completion));
    }

    private void awaitFailedDeduction(String number) {
        Awaitility.await()
                .until(() ->
                        controls.order(number)
                                        .getAsJsonObject("detail")
                                        .getAsJsonObject("stage")
                                        .get("failures")
                                        .getAsInt()
                                > 0);
    }

    /** The error number at the end of the last call's Request-ID. */
    private String lastNumber(String number) {
        JsonArray calls = controls.order(number).getAsJsonArray("calls");
        String requestId = text(calls.get(calls.size() - 1).getAsJsonObject(), "request_id");
        return requestId.substring(requestId.lastIndexOf('-') + 1);
    }
}
