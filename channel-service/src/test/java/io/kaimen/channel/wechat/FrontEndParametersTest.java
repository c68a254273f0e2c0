package io.kaimen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontEndParametersTest {

    private static final String API_V2_KEY = "api-v2-key-of-the-test-000000000";

    @TempDir private Path folder;

    @Test
    void signsEverythingWeChatsOldPageReads() throws Exception {
        var clock = Clock.fixed(Instant.ofEpochSecond(1_795_000_000), ZoneOffset.UTC);

        var parameters =
                new FrontEndParameters(new WechatKeys(folder).properties(), clock).of("A+Q=");

        assertThat(parameters)
                .containsOnlyKeys(
                        "mch_id", "package", "timestamp", "nonce_str", "sign_type", "sign")
                .containsEntry("mch_id", "1900000001")
                .containsEntry("package", "A+Q=")
                .containsEntry("timestamp", "1795000000")
                .containsEntry("sign_type", "HMAC-SHA256");
        var text =
                "mch_id=1900000001&nonce_str="
                        + parameters.get("nonce_str")
                        + "&package=A+Q=&sign_type=HMAC-SHA256&timestamp=1795000000&key="
                        + API_V2_KEY;
        assertThat(parameters.get("sign")).isEqualTo(hmac(text)).matches("[0-9A-F]{64}");
    }

    private static String hmac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(API_V2_KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of()
                .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .toUpperCase(java.util.Locale.ROOT);
    }
}
