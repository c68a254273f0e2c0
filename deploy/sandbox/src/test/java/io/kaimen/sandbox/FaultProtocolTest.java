package io.kaimen.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ValidationException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FaultProtocolTest extends ProtocolTest {

    @Test
    void losesAnAnswerAfterCarryingTheCallOut() {
        String number = Merchant.newNumber();
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        fault("ANSWER_LOST", number, ",\"on\":\"CREATE\",\"times\":1");

        assertThatThrownBy(() -> merchant.create(creation)).isInstanceOf(HttpException.class);
        assertThat(text(merchant.query(number), "state")).isEqualTo("CREATED");
        JsonObject repeated = merchant.create(creation);

        assertThat(text(repeated, "order_id")).isEqualTo(text(merchant.query(number), "order_id"));
        assertThat(controls.order(number).getAsJsonArray("calls").get(0).toString())
                .contains("ANSWER_LOST");
    }

    @Test
    void failsAfterCarryingTheCallOut() {
        String number = runningOrder();
        fault("ANSWER_FAILED", number, ",\"on\":\"CANCEL\",\"times\":1");

        assertRefused(500, "SYSTEM_ERROR", () -> merchant.cancel(number, "用户未取货"));
        assertThat(text(merchant.query(number), "state")).isEqualTo("REVOKED");
        assertThat(text(merchant.cancel(number, "用户未取货"), "out_order_no")).isEqualTo(number);
    }

    @Test
    void answersLate() {
        controls.fault("{\"kind\":\"ANSWER_DELAYED\",\"on\":\"QUERY\",\"millis\":400,\"times\":1}");
        long started = System.nanoTime();
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query("late"));

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void refusesToVouchWithoutCreatingAnything() {
        String number = Merchant.newNumber();
        JsonObject creation = merchant.creation(number, callbacks.url(number));
        fault("CALL_REFUSED", number, ",\"on\":\"CREATE\",\"times\":1");

        assertRefused(400, "INVALID_REQUEST", () -> merchant.create(creation));
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query(number));
        assertThat(text(merchant.create(creation), "state")).isEqualTo("CREATED");
    }

    @Test
    void tellsAgainUntilTheMerchantAccepts() {
        String number = Merchant.newNumber();
        callbacks.answerNext(number, 500, 302, 404);
        runningOrder(number);

        List<Callbacks.Callback> told = callbacks.await(number, 4);
        assertThat(told)
                .extracting(callback -> text(envelope(callback), "id"))
                .containsOnly(text(envelope(told.getFirst()), "id"));
        assertThat(told).extracting(one -> one.header("Wechatpay-Nonce")).doesNotHaveDuplicates();
        awaitNotice(number, 0, "DELIVERED");
        assertThat(attempts(number, 0)).hasSize(4);
    }

    @Test
    void losesANotificationOnItsWay() {
        String number = Merchant.newNumber();
        fault("NOTIFICATION_DROPPED", number, ",\"times\":1");
        runningOrder(number);

        assertThat(callbacks.await(number, 1)).hasSize(1);
        awaitNotice(number, 0, "DELIVERED");
        assertThat(sendings(number, 0)).containsExactly("DROPPED", "GENUINE");
    }

    @Test
    void tellsTwice() {
        String number = Merchant.newNumber();
        fault("NOTIFICATION_DOUBLED", number, ",\"times\":1");
        runningOrder(number);

        List<Callbacks.Callback> told = callbacks.await(number, 2);
        assertThat(told.get(0).parsedBy(merchant.parser()))
                .isEqualTo(told.get(1).parsedBy(merchant.parser()));
    }

    @Test
    void tellsLate() {
        String slow = Merchant.newNumber();
        fault("NOTIFICATION_DELAYED", slow, ",\"millis\":700");
        JsonObject created = merchant.create(merchant.creation(slow, callbacks.url(slow)));
        long confirmed = System.nanoTime();
        controls.confirm(text(created, "package"), "oSlow");

        callbacks.await(slow, 1);
        assertThat(Duration.ofNanos(System.nanoTime() - confirmed))
                .isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void letsOthersForgeAndProbesTheMerchantsVerification() {
        String number = Merchant.newNumber();
        fault("NOTIFICATION_FORGED", number, ",\"times\":1");
        fault("NOTIFICATION_PROBED", number, ",\"times\":1");
        callbacks.answerNext(number, 401, 401);
        runningOrder(number);

        List<Callbacks.Callback> told = callbacks.await(number, 3);
        assertThatThrownBy(() -> told.get(0).parsedBy(merchant.parser()))
                .isInstanceOf(ValidationException.class);
        assertThat(told.get(1).header("Wechatpay-Signature")).startsWith("WECHATPAY/SIGNTEST/");
        assertThatThrownBy(() -> told.get(1).parsedBy(merchant.parser()))
                .isInstanceOf(ValidationException.class);
        assertThat(text(told.get(2).parsedBy(merchant.parser()), "state")).isEqualTo("DOING");
        awaitNotice(number, 0, "DELIVERED");
        assertThat(sendings(number, 0)).containsExactly("FORGED", "PROBE", "GENUINE");
    }

    @Test
    void tellsOfThePaymentBeforeTheConfirmation() {
        String number = Merchant.newNumber();
        fault("NOTIFICATIONS_SWAPPED", number, ",\"times\":1");
        runningOrder(number);
        merchant.complete(number, merchant.completion(700));

        List<Callbacks.Callback> told = callbacks.await(number, 2);
        assertThat(told)
                .extracting(callback -> text(envelope(callback), "event_type"))
                .containsExactly("PAYSCORE.USER_PAID", "PAYSCORE.USER_CONFIRM");
    }

    @Test
    void tellsOfTheConfirmationAfterAllWhenNoPaymentComes() {
        String number = Merchant.newNumber();
        fault("NOTIFICATIONS_SWAPPED", number, ",\"times\":1");
        runningOrder(number);
        assertThat(callbacks.at(number)).isEmpty();

        merchant.cancel(number, "用户未取货");

        assertThat(text(envelope(callbacks.await(number, 1).getFirst()), "event_type"))
                .isEqualTo("PAYSCORE.USER_CONFIRM");
    }

    @Test
    void deductsUntilItSucceeds() {
        String number = runningOrder();
        fault("DEDUCTION_FAILED", number, "");
        JsonObject completion = merchant.completion(700);
        merchant.complete(number, completion);
        Awaitility.await().until(() -> failures(number) > 0);

        assertThat(text(merchant.complete(number, completion), "state_description"))
                .as("the same again while payment is pending")
                .isEqualTo("MCH_COMPLETE");
        assertRefused(
                400, "PARAM_ERROR", () -> merchant.complete(number, merchant.completion(350)));

        controls.clearFaults();
        assertThat(awaitState(number, "DONE").toString()).contains("USER_PAID");
        assertThat(callbacks.await(number, 2)).hasSize(2);
    }

    @Test
    void listsFaultsAndClearsThemOneByOne() {
        JsonObject first = controls.fault("{\"kind\":\"ANSWER_LOST\",\"on\":\"PAY\"}");
        JsonObject second = controls.fault("{\"kind\":\"ANSWER_FAILED\",\"on\":\"PAY\"}");
        controls.send("DELETE", "/sandbox/faults/" + text(first, "id"), "*/*", "");

        var listed = controls.send("GET", "/sandbox/faults", "*/*", "");
        assertThat(JsonParser.parseString(listed.body()).getAsJsonArray()).containsExactly(second);
        assertThat(
                        controls.send(
                                        "POST",
                                        "/sandbox/faults",
                                        "application/json",
                                        "{\"kind\":\"NO_SUCH_FAULT\"}")
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        controls.send(
                                        "POST",
                                        "/sandbox/faults",
                                        "application/json",
                                        "{\"kind\":\"ANSWER_LOST\",\"on\":\"create\"}")
                                .statusCode())
                .as("a misspelt operation would never strike")
                .isEqualTo(400);
    }

    private long failures(String number) {
        JsonObject stage =
                controls.order(number).getAsJsonObject("detail").getAsJsonObject("stage");
        return stage.has("failures") ? stage.get("failures").getAsLong() : 0;
    }

    private void awaitNotice(String number, int index, String state) {
        Awaitility.await().until(() -> text(notice(number, index), "state").equals(state));
    }

    private JsonObject notice(String number, int index) {
        return controls.order(number).getAsJsonArray("notifications").get(index).getAsJsonObject();
    }

    private JsonArray attempts(String number, int index) {
        return notice(number, index).getAsJsonArray("attempts");
    }

    private List<String> sendings(String number, int index) {
        return StreamSupport.stream(attempts(number, index).spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(attempt -> text(attempt, "sending"))
                .toList();
    }

    private static JsonObject envelope(Callbacks.Callback callback) {
        return JsonParser.parseString(callback.body()).getAsJsonObject();
    }
}
