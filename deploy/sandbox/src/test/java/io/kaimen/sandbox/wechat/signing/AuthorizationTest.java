package io.kaimen.sandbox.wechat.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    @Test
    void readsTheItemsInAnyOrder() {
        String header =
                "WECHATPAY2-SHA256-RSA2048 signature=\"c2ln+/=\",serial_no=\"AB\",nonce_str=\"n\","
                        + "timestamp=\"1700000000\",mchid=\"1900\"";

        assertThat(Authorization.parse(header))
                .contains(new Authorization("1900", "n", "1700000000", "AB", "c2ln+/="));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer x",
                "WECHATPAY2-SHA256-RSA2048 ",
                "WECHATPAY2-SHA256-RSA2048 mchid=\"1\",nonce_str=\"n\",timestamp=\"1\","
                        + "serial_no=\"A\"",
                "WECHATPAY2-SHA256-RSA2048 mchid=\"1\",nonce_str=\"n\",timestamp=\"1\","
                        + "serial_no=\"A\",signature=\"s\" and more",
            })
    void refusesWhatIsNoAuthorization(@Nullable String header) {
        assertThat(Authorization.parse(header)).isEmpty();
    }
}
