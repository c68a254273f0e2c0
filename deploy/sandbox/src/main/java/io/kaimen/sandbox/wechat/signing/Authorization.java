package io.kaimen.sandbox.wechat.signing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Authorization header of a request.
 *
 * @param mchId in whose name
 * @param nonce random text, good for one request
 * @param timestamp Unix seconds, as sent
 * @param serial serial number of the merchant's certificate
 * @param signature base64
 */
record Authorization(
        String mchId, String nonce, String timestamp, String serial, String signature) {

    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern ITEM = Pattern.compile("\\s*(\\w+)=\"([^\"]*)\"\\s*(,|$)");

    /** Reads the header; its five items may come in any order. */
    static Optional<Authorization> parse(@Nullable String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            return Optional.empty();
        }
        Map<String, String> items = new HashMap<>();
        Matcher matcher = ITEM.matcher(header).region(SCHEME.length(), header.length());
        while (matcher.lookingAt()) {
            items.put(matcher.group(1), matcher.group(2));
            matcher.region(matcher.end(), header.length());
        }
        String mchId = items.get("mchid");
        String nonce = items.get("nonce_str");
        String timestamp = items.get("timestamp");
        String serial = items.get("serial_no");
        String signature = items.get("signature");
        if (matcher.regionStart() < header.length()
                || mchId == null
                || nonce == null
                || timestamp == null
                || serial == null
                || signature == null) {
            return Optional.empty();
        }
        return Optional.of(new Authorization(mchId, nonce, timestamp, serial, signature));
    }
}
