package io.kaimen.channel.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.channel.LocalServer;
import io.kaimen.channel.wechat.WechatKeys;
import io.kaimen.contracts.channel.LoginsApi.LoginAnswer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class MiniProgramLoginTest {

    private static final Map<String, String> PLAIN = Map.of("Content-Type", "text/plain");

    @TempDir private Path folder;

    @Test
    void readsTheOpenidFromJsonThatCallsItselfText() throws Exception {
        try (var wechat =
                new LocalServer(200, PLAIN, "{\"session_key\":\"c2VjcmV0\",\"openid\":\"oABC\"}")) {
            assertThat(login(wechat.uri()).exchange("the code"))
                    .isEqualTo(new LoginAnswer("oABC", null));
            assertThat(wechat.lastRequest())
                    .hasToString(
                            "/sns/jscode2session?appid=wx0000000000000001"
                                    + "&secret=app-secret-of-the-test&js_code=the%20code"
                                    + "&grant_type=authorization_code");
        }
    }

    @Test
    void doesNotLetACodeAddParameters() throws Exception {
        try (var wechat = new LocalServer(200, PLAIN, "{\"openid\":\"oABC\"}")) {
            login(wechat.uri()).exchange("x&appid=other");

            assertThat(wechat.lastRequest().getRawQuery()).contains("js_code=x%26appid%3Dother&");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40029, 40163, 45011, 40226})
    void refusesWhatWechatRefuses(int errcode) throws Exception {
        try (var wechat = answering(errcode)) {
            assertThat(login(wechat.uri()).exchange("used"))
                    .satisfies(answer -> {
                        assertThat(answer.openid()).isNull();
                        assertThat(answer.refusal()).isNotBlank();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40013, 40125, 12345})
    void blamesNoCodeForWhatIsNotItsFault(int errcode) throws Exception {
        try (var wechat = answering(errcode)) {
            assertThatExceptionOfType(LoginUnavailable.class)
                    .isThrownBy(() -> login(wechat.uri()).exchange("good"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"openid\":\"\"}"})
    void takesNothingForAnOpenidThatIsNone(String body) throws Exception {
        try (var wechat = new LocalServer(200, PLAIN, body)) {
            assertThatExceptionOfType(LoginUnavailable.class)
                    .isThrownBy(() -> login(wechat.uri()).exchange("good"));
        }
    }

    @Test
    void tellsWhenNobodyListensAndKeepsTheSecret(CapturedOutput output) {
        assertThatExceptionOfType(LoginUnavailable.class)
                .isThrownBy(() -> login(URI.create("http://127.0.0.1:1")).exchange("the-code"));
        assertThat(output)
                .contains("no readable answer")
                .doesNotContain("app-secret-of-the-test")
                .doesNotContain("the-code");
    }

    private static LocalServer answering(int errcode) throws Exception {
        return new LocalServer(
                200, PLAIN, "{\"errcode\":%d,\"errmsg\":\"said so\"}".formatted(errcode));
    }

    private MiniProgramLogin login(URI wechat) {
        return new MiniProgramLogin(
                JsonMapper.builder().build(), new WechatKeys(folder).properties(wechat));
    }
}
