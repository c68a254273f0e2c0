package io.kaimen.sandbox.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The file that configures the merchant's side, channel-service, for this sandbox. */
final class WechatProperties {

    static final String MCH_ID = "kaimen.wechat.mch-id";
    static final String APP_ID = "kaimen.wechat.app-id";
    static final String APP_SECRET = "kaimen.wechat.app-secret";
    static final String SERVICE_ID = "kaimen.wechat.service-id";
    static final String MERCHANT_SERIAL = "kaimen.wechat.merchant-serial";
    static final String MERCHANT_PRIVATE_KEY_FILE = "kaimen.wechat.merchant-private-key-file";
    static final String PLATFORM_PUBLIC_KEY_ID = "kaimen.wechat.platform-public-key-id";
    static final String PLATFORM_PUBLIC_KEY_FILE = "kaimen.wechat.platform-public-key-file";
    static final String API_V3_KEY = "kaimen.wechat.api-v3-key";
    static final String API_V2_KEY = "kaimen.wechat.api-v2-key";
    static final String BASE_URL = "kaimen.wechat.base-url";
    static final String MINI_PROGRAM_BASE_URL = "kaimen.wechat.mini-program-base-url";

    private WechatProperties() {}

    static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Files.newInputStream(file)) {
            properties.load(stream);
        }
        return properties;
    }

    static void write(Path file, Properties properties) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        properties.store(
                text, "Written by the sandbox at its start; it keeps all but the addresses");
        PrivateFiles.write(file, text.toByteArray());
    }

    static String get(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is missing from the sandbox's wechat.properties");
        }
        return value;
    }
}
