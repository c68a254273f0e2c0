package io.kaimen.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.notification.NotificationParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The merchant's side as production has it: the official SDK, configured by the properties. */
final class Merchant {

    private static final AtomicInteger numbers = new AtomicInteger();
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Properties wechat;
    private final HttpClient http;
    private final NotificationParser parser;
    private final AtomicReference<Request> lastRequest = new AtomicReference<>();

    Merchant(Properties wechat) {
        this(wechat, config(wechat).build());
    }

    Merchant(Properties wechat, RSAPublicKeyConfig config) {
        this.wechat = wechat;
        OkHttpClient client =
                new OkHttpClient.Builder()
                        // A repeat would carry the same nonce; repeating is the merchant's
                        // decision.
                        .retryOnConnectionFailure(false)
                        .addInterceptor(chain -> {
                            lastRequest.set(chain.request());
                            return chain.proceed(chain.request());
                        })
                        .build();
        this.http = new DefaultHttpClientBuilder().config(config).okHttpClient(client).build();
        this.parser = new NotificationParser(config);
    }

    /** The SDK's configuration from the properties. */
    static RSAPublicKeyConfig.Builder config(Properties wechat) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(get(wechat, "mch-id"))
                .merchantSerialNumber(get(wechat, "merchant-serial"))
                .privateKeyFromPath(get(wechat, "merchant-private-key-file"))
                .publicKeyFromPath(get(wechat, "platform-public-key-file"))
                .publicKeyId(get(wechat, "platform-public-key-id"))
                .apiV3Key(get(wechat, "api-v3-key"));
    }

    /** A merchant of the same name who signs with another key. */
    static Merchant impostor(Properties wechat, PrivateKey key) {
        return new Merchant(wechat, config(wechat).privateKey(key).build());
    }

    NotificationParser parser() {
        return parser;
    }

    /** The last request as it went out, signature and all. */
    Request lastRequest() {
        return lastRequest.get();
    }

    static String newNumber() {
        return "K" + System.nanoTime() + "_" + numbers.incrementAndGet();
    }

    /** A creation that the user must confirm. */
    JsonObject creation(String number, String notifyUrl) {
        JsonObject body = binding();
        body.addProperty("out_order_no", number);
        body.addProperty("service_introduction", "智能货柜购物");
        body.addProperty("notify_url", notifyUrl);
        body.addProperty("attach", "door=1");
        body.add("time_range", object("start_time", "OnAccept"));
        JsonObject risk = object("name", "ESTIMATE_ORDER_COST");
        risk.addProperty("amount", 20000);
        body.add("risk_fund", risk);
        body.add("device", object("start_device_id", "C0001"));
        return body;
    }

    /** A completion with one product and that total. */
    JsonObject completion(long fen) {
        JsonObject body = binding();
        JsonObject product = object("name", "商品信息");
        product.addProperty("amount", fen);
        product.addProperty("description", "可乐 330ml");
        product.addProperty("count", 1);
        var products = new JsonArray();
        products.add(product);
        body.add("post_payments", products);
        body.addProperty("total_amount", fen);
        body.add("time_range", object("end_time", nowInBeijing()));
        return body;
    }

    JsonObject create(JsonObject creation) {
        return post("", creation);
    }

    JsonObject complete(String number, JsonObject completion) {
        return post("/" + number + "/complete", completion);
    }

    JsonObject cancel(String number, String reason) {
        return post("/" + number + "/cancel", with("reason", reason));
    }

    JsonObject post(String path, JsonObject body) {
        return http.post(
                        headers(),
                        url(path),
                        new JsonRequestBody.Builder().body(body.toString()).build(),
                        JsonObject.class)
                .getServiceResponse();
    }

    JsonObject query(String number) {
        return query("out_order_no", number);
    }

    JsonObject query(String field, String value) {
        return get(
                "?service_id=%s&appid=%s&%s=%s"
                        .formatted(
                                get(wechat, "service-id"),
                                get(wechat, "app-id"),
                                field,
                                URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    JsonObject get(String pathAndQuery) {
        return http.get(headers(), url(pathAndQuery), JsonObject.class).getServiceResponse();
    }

    /** The body every call after creation has, with one more field. */
    JsonObject with(String field, String value) {
        JsonObject body = binding();
        body.addProperty(field, value);
        return body;
    }

    static String nowInBeijing() {
        return ZonedDateTime.now(ZoneId.of("Asia/Shanghai")).format(DIGITS);
    }

    static JsonObject object(String field, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(field, value);
        return object;
    }

    private JsonObject binding() {
        JsonObject body = object("appid", get(wechat, "app-id"));
        body.addProperty("service_id", get(wechat, "service-id"));
        return body;
    }

    private String url(String path) {
        return get(wechat, "base-url") + "/v3/payscore/serviceorder" + path;
    }

    private static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.addHeader("Accept", "application/json");
        headers.addHeader("Content-Type", "application/json");
        return headers;
    }

    private static String get(Properties wechat, String name) {
        return wechat.getProperty("kaimen.wechat." + name);
    }
}
