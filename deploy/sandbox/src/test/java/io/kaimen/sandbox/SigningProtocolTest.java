package io.kaimen.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.exception.ValidationException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class SigningProtocolTest extends ProtocolTest {

    private final OkHttpClient plain = new OkHttpClient();

    @Test
    void refusesWhoeverSignsWithAnotherKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Merchant impostor =
                Merchant.impostor(sandbox.wechat(), generator.generateKeyPair().getPrivate());

        assertRefused(401, "SIGN_ERROR", () -> impostor.query("K1"));
    }

    @Test
    void refusesUnknownMerchantsAndCertificates() {
        var wechat = sandbox.wechat();
        Merchant otherName = new Merchant(wechat, Merchant.config(wechat).merchantId("1").build());
        Merchant otherCertificate =
                new Merchant(wechat, Merchant.config(wechat).merchantSerialNumber("AB").build());

        assertRefused(401, "SIGN_ERROR", () -> otherName.query("K1"));
        assertRefused(401, "SIGN_ERROR", () -> otherCertificate.query("K1"));
    }

    @Test
    void refusesARequestThatIsSentTwice() throws IOException {
        merchant.create(merchant.creation(Merchant.newNumber(), callbacks.url("twice")));

        assertSignError(merchant.lastRequest());
    }

    @Test
    void refusesABodyThatWasChangedOnItsWay() throws IOException {
        controls.fault("{\"kind\":\"CALL_REFUSED\",\"refusal\":\"SYSTEM_ERROR\",\"times\":1}");
        String number = Merchant.newNumber();
        assertRefused(
                500,
                "SYSTEM_ERROR",
                () -> merchant.create(merchant.creation(number, callbacks.url(number))));
        Request sent = merchant.lastRequest();
        Buffer body = new Buffer();
        RequestBody sentBody = Objects.requireNonNull(sent.body());
        sentBody.writeTo(body);
        String cheaper = body.readUtf8().replace("20000", "10000");

        assertSignError(
                sent.newBuilder()
                        .post(RequestBody.create(cheaper.getBytes(UTF_8), sentBody.contentType()))
                        .build());
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query(number));
    }

    @Test
    void refusesRequestsFromAnotherTime() {
        controls.fault("{\"kind\":\"CLOCK_OFFSET\",\"millis\":301000}");
        assertRefused(401, "SIGN_ERROR", () -> merchant.query("K1"));
        controls.clearFaults();
        controls.fault("{\"kind\":\"CLOCK_OFFSET\",\"millis\":-302000}");
        assertRefused(401, "SIGN_ERROR", () -> merchant.query("K1"));
        controls.clearFaults();
        assertRefused(404, "ORDER_NOT_EXIST", () -> merchant.query("K1"));
    }

    @Test
    void canBeCaughtForgingAnAnswer() {
        String number = runningOrder();
        controls.fault("{\"kind\":\"ANSWER_FORGED\",\"times\":1}");

        assertThatThrownBy(() -> merchant.query(number)).isInstanceOf(ValidationException.class);
        assertThat(text(merchant.query(number), "state")).isEqualTo("DOING");
    }

    @Test
    void spellsItsHeadersAsClientsLookForThem() throws IOException {
        String number = Merchant.newNumber();
        // Refused for its time, the request has not used up its nonce and can be sent by hand.
        controls.fault("{\"kind\":\"CLOCK_OFFSET\",\"millis\":3600000}");
        assertRefused(
                401,
                "SIGN_ERROR",
                () -> merchant.create(merchant.creation(number, callbacks.url(number))));
        controls.clearFaults();

        try (Response answer = plain.newCall(merchant.lastRequest()).execute()) {
            assertThat(answer.code()).isEqualTo(200);
            assertThat(answer.headers().names())
                    .contains(
                            "Wechatpay-Timestamp",
                            "Wechatpay-Nonce",
                            "Wechatpay-Signature",
                            "Wechatpay-Serial",
                            "Request-ID");
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.header("Request-ID")).endsWith("-0");
        }
    }

    @Test
    void signsNoRefusalAndNumbersIt() throws IOException {
        String url = baseUrl() + "/v3/payscore/serviceorder";
        try (Response answer = plain.newCall(new Request.Builder().url(url).build()).execute()) {
            assertThat(answer.code()).isEqualTo(401);
            assertThat(answer.header("Wechatpay-Signature")).isNull();
            assertThat(answer.header("Request-ID")).endsWith("-270924332");
        }
    }

    private void assertSignError(Request request) throws IOException {
        try (Response response = plain.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(Objects.requireNonNull(response.body()).string()).contains("SIGN_ERROR");
        }
    }
}
