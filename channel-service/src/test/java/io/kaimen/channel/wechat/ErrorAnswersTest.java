package io.kaimen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.channel.LocalServer;
import io.kaimen.channel.platform.PaymentPlatform;
import io.kaimen.channel.platform.PaymentPlatform.Vouching;
import io.kaimen.channel.platform.PlatformRejected;
import io.kaimen.channel.platform.PlatformUnclear;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through the SDK's real HTTP client, over a socket. */
class ErrorAnswersTest {

    private static final String JSON = "application/json; charset=utf-8";

    @TempDir private Path folder;
    private WechatKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = new WechatKeys(folder);
    }

    @Test
    void readsTheErrorNumberFromTheRequestId() throws Exception {
        try (var wechat =
                new LocalServer(
                        400,
                        Map.of("Content-Type", JSON, "Request-ID", "08F7-0A-271300099"),
                        "{\"code\":\"INVALID_REQUEST\",\"message\":\"x\"}")) {
            assertThat(client(wechat.uri()).authorise("K1", "{}"))
                    .isInstanceOf(Vouching.Refused.class);
        }
    }

    @Test
    void takesNoOtherNumberForARiskRefusal() throws Exception {
        try (var wechat =
                new LocalServer(
                        400,
                        Map.of("Content-Type", JSON, "Request-ID", "08F7-0A-271316598"),
                        "{\"code\":\"INVALID_REQUEST\",\"message\":\"综合评估\"}")) {
            assertThatExceptionOfType(PlatformRejected.class)
                    .isThrownBy(() -> client(wechat.uri()).authorise("K1", "{}"));
        }
    }

    @Test
    void takesAProxysErrorPageForALostAnswer() throws Exception {
        try (var proxy =
                new LocalServer(
                        502, Map.of("Content-Type", "text/html"), "<html>502 Bad Gateway</html>")) {
            assertThatExceptionOfType(PlatformUnclear.class)
                    .isThrownBy(() -> client(proxy.uri()).query("K1"));
        }
    }

    @Test
    void believesNoUnsignedAnswer() throws Exception {
        try (var impostor =
                new LocalServer(
                        200,
                        Map.of("Content-Type", "application/json"),
                        "{\"out_order_no\":\"K1\",\"state\":\"CREATED\",\"package\":\"A\"}")) {
            assertThatExceptionOfType(PlatformUnclear.class)
                    .isThrownBy(() -> client(impostor.uri()).query("K1"));
        }
    }

    @Test
    void tellsWhenNobodyListens() {
        assertThatExceptionOfType(PlatformUnclear.class)
                .isThrownBy(() -> client(URI.create("http://127.0.0.1:1")).query("K1"));
    }

    @Test
    void asksForTheOrderByServiceAppAndNumber() throws Exception {
        try (var wechat =
                new LocalServer(
                        404, Map.of("Content-Type", JSON), "{\"code\":\"ORDER_NOT_EXIST\"}")) {
            assertThat(client(wechat.uri()).query("K1").state()).isEqualTo(State.NOT_FOUND);
            assertThat(wechat.lastRequest())
                    .hasToString(
                            "/v3/payscore/serviceorder?service_id=00004000000000158000000000000001"
                                    + "&appid=wx0000000000000001&out_order_no=K1");
        }
    }

    private PaymentPlatform client(URI wechat) {
        return WechatConfiguration.payScore(
                keys.sdk(), keys.properties(wechat), made -> {}, Clock.systemUTC());
    }
}
