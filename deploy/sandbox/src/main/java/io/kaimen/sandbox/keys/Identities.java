package io.kaimen.sandbox.keys;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/** Invents a merchant the way the platform numbers real ones. */
final class Identities {

    private static final SecureRandom random = new SecureRandom();

    private Identities() {}

    /** A new merchant's properties, without files and addresses. */
    static Properties invent() {
        String mchId = "1900" + digits(6);
        Properties merchant = new Properties();
        merchant.setProperty(WechatProperties.MCH_ID, mchId);
        merchant.setProperty(WechatProperties.APP_ID, "wx" + hex(8));
        merchant.setProperty(WechatProperties.APP_SECRET, hex(16));
        merchant.setProperty(WechatProperties.SERVICE_ID, "00002000" + digits(24));
        merchant.setProperty(WechatProperties.MERCHANT_SERIAL, hex(20).toUpperCase(Locale.ROOT));
        merchant.setProperty(
                WechatProperties.PLATFORM_PUBLIC_KEY_ID, "PUB_KEY_ID_01" + mchId + digits(16));
        merchant.setProperty(WechatProperties.API_V3_KEY, hex(16));
        merchant.setProperty(WechatProperties.API_V2_KEY, hex(16));
        return merchant;
    }

    private static String digits(int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private static String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
