package io.kaimen.sandbox.wechat.payscore.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an order was created with; two bodies that mean the same are equal.
 *
 * @param outOrderNo the merchant's order number
 * @param appid the mini-program
 * @param serviceId the service
 * @param serviceIntroduction shown to the user
 * @param timeRange when it is planned
 * @param location where; null when not said
 * @param riskFund amount at risk
 * @param postDiscounts announced discounts
 * @param attach returned in notifications
 * @param notifyUrl where notifications go
 * @param openid the user of an order without confirmation; null otherwise
 * @param needUserConfirm whether the user confirms this order
 * @param device the cabinet; null when not said
 */
public record Terms(
        String outOrderNo,
        String appid,
        String serviceId,
        String serviceIntroduction,
        TimeRange timeRange,
        @Nullable Location location,
        RiskFund riskFund,
        List<PostDiscount> postDiscounts,
        @Nullable String attach,
        String notifyUrl,
        @Nullable String openid,
        boolean needUserConfirm,
        @Nullable Device device) {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_\\-|*]{1,32}");
    private static final int ATTACH = 256;

    /** Reads a creation's body and checks everything but the time, which is judged only once. */
    public static Terms read(Body body) {
        String outOrderNo = body.text("out_order_no", 32);
        if (!NUMBER.matcher(outOrderNo).matches()) {
            throw body.wrong("out_order_no", "只能是数字、大小写字母_-|*");
        }
        body.without("post_payments", "智慧零售创单时不可传");
        boolean needUserConfirm = body.flag("need_user_confirm", true);
        return new Terms(
                outOrderNo,
                body.text("appid", 32),
                body.text("service_id", 32),
                body.text("service_introduction", 20),
                TimeRange.planned(body.object("time_range")),
                Location.read(body),
                RiskFund.read(body.object("risk_fund"), needUserConfirm),
                PostDiscount.announced(body),
                attach(body),
                notifyUrl(body),
                openid(body, needUserConfirm),
                needUserConfirm,
                Device.read(body));
    }

    private static @Nullable String attach(Body body) {
        String attach = body.optionalText("attach", ATTACH);
        if (attach == null) {
            return null;
        }
        boolean encoded = attach.chars().allMatch(c -> c < 128);
        if (!encoded && URLEncoder.encode(attach, UTF_8).length() > ATTACH) {
            throw body.wrong("attach", "urlencode编码后长度不能超过" + ATTACH);
        }
        return attach;
    }

    private static String notifyUrl(Body body) {
        String text = body.text("notify_url", 255);
        try {
            URI url = new URI(text);
            String scheme = url.getScheme();
            boolean web = "https".equals(scheme) || "http".equals(scheme);
            if (web && url.getHost() != null && url.getRawQuery() == null) {
                return text;
            }
        } catch (URISyntaxException e) {
            // The same answer as for a URL of the wrong kind.
        }
        throw body.wrong("notify_url", "应为不带参数的http(s)地址");
    }

    private static @Nullable String openid(Body body, boolean needUserConfirm) {
        if (needUserConfirm) {
            body.without("openid", "需确认模式不可传");
            return null;
        }
        return body.text("openid", 128);
    }
}
