package io.kaimen.channel.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import io.kaimen.channel.WechatProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** A merchant's and WeChat's keys, made anew for a build. */
public final class WechatKeys {

    public static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0000000000000000000000000001";
    public static final String API_V3_KEY = "0123456789abcdefghijklmnopqrstuv";

    /** One pair each for all tests of a build: making them takes most of a second. */
    private static final KeyPair MERCHANT = rsa();

    private static final KeyPair PLATFORM = rsa();

    private final Path folder;

    public WechatKeys(Path folder) {
        this.folder = folder;
        write("merchant.pem", "PRIVATE KEY", MERCHANT.getPrivate());
        write("platform.pem", "PUBLIC KEY", PLATFORM.getPublic());
    }

    /** WeChat's own key, with which only WeChat can sign. */
    public KeyPair platform() {
        return PLATFORM;
    }

    public static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public WechatProperties properties() {
        return properties(URI.create("http://127.0.0.1:9"));
    }

    /** As configured for a WeChat that listens at the address. */
    public WechatProperties properties(URI wechat) {
        return new WechatProperties(
                wechat,
                wechat,
                URI.create("https://example.org/callback/wechat/payscore"),
                "1900000001",
                "wx0000000000000001",
                "app-secret-of-the-test",
                "00004000000000158000000000000001",
                "3775B6A45ACD588826D15E583A95F5DD00000001",
                folder.resolve("merchant.pem"),
                PUBLIC_KEY_ID,
                folder.resolve("platform.pem"),
                API_V3_KEY,
                "api-v2-key-of-the-test-000000000",
                "开门智能货柜购物",
                20_000,
                Duration.ofMinutes(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    RSAPublicKeyConfig sdk() {
        return new WechatConfiguration().wechatKeys(properties());
    }

    private void write(String name, String kind, Key key) {
        var pem =
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(
                                kind,
                                Base64.getMimeEncoder(64, new byte[] {'\n'})
                                        .encodeToString(key.getEncoded()),
                                kind);
        try {
            Files.writeString(folder.resolve(name), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
