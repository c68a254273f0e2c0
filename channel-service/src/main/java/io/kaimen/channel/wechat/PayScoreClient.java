package io.kaimen.channel.wechat;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.HttpResponse;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.util.GsonUtil;
import io.kaimen.channel.WechatProperties;
import io.kaimen.channel.platform.PlatformCall;
import io.kaimen.channel.platform.PlatformCall.Operation;
import io.kaimen.channel.platform.PlatformCall.Outcome;
import io.kaimen.contracts.Platform;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Pay Score calls the official SDK has no methods for, made with its signing and verifying HTTP
 * client on the configured host.
 */
class PayScoreClient {

    private static final Logger log = LoggerFactory.getLogger(PayScoreClient.class);
    private static final int ERROR_LENGTH = 64;
    private static final String ORDERS = "/v3/payscore/serviceorder";

    private final HttpClient http;
    private final URI base;
    private final String identity;
    private final Consumer<PlatformCall> made;
    private final Clock clock;

    /**
     * @param made is told of every call; must not fail
     */
    PayScoreClient(
            HttpClient http, WechatProperties wechat, Consumer<PlatformCall> made, Clock clock) {
        this.http = http;
        this.made = made;
        this.clock = clock;
        this.base = wechat.baseUrl();
        this.identity =
                "service_id=" + encode(wechat.serviceId()) + "&appid=" + encode(wechat.appId());
    }

    PayScoreAnswer create(String orderNo, String body) {
        return post(Operation.CREATE, orderNo, ORDERS, body);
    }

    /** Asking changes nothing, so it is tried twice. */
    PayScoreAnswer query(String orderNo) {
        var answer = queryOnce(orderNo);
        return answer instanceof PayScoreAnswer.Unclear ? queryOnce(orderNo) : answer;
    }

    private PayScoreAnswer queryOnce(String orderNo) {
        var url = url(ORDERS + "?" + identity + "&out_order_no=" + encode(orderNo));
        return call(Operation.QUERY, orderNo, () -> http.get(headers(), url, PayScoreOrder.class));
    }

    PayScoreAnswer cancel(String orderNo, String body) {
        return post(Operation.CANCEL, orderNo, ORDERS + "/" + encode(orderNo) + "/cancel", body);
    }

    PayScoreAnswer complete(String orderNo, String body) {
        return post(
                Operation.COMPLETE, orderNo, ORDERS + "/" + encode(orderNo) + "/complete", body);
    }

    private PayScoreAnswer post(Operation operation, String orderNo, String path, String body) {
        var request = new JsonRequestBody.Builder().body(body).build();
        return call(
                operation,
                orderNo,
                () -> http.post(headers(), url(path), request, PayScoreOrder.class));
    }

    private PayScoreAnswer call(
            Operation operation, String orderNo, Supplier<HttpResponse<PayScoreOrder>> call) {
        var startedAt = clock.instant();
        var answer = answer(operation + " of " + orderNo, call);
        made.accept(
                new PlatformCall(
                        orderNo,
                        Platform.WECHAT,
                        operation,
                        outcome(answer),
                        answer.errorStatus(),
                        shortened(answer.error()),
                        startedAt,
                        Duration.between(startedAt, clock.instant()).toMillis()));
        return answer;
    }

    private static @Nullable String shortened(@Nullable String error) {
        return error == null || error.length() <= ERROR_LENGTH
                ? error
                : error.substring(0, ERROR_LENGTH);
    }

    private static Outcome outcome(PayScoreAnswer answer) {
        return switch (answer) {
            case PayScoreAnswer.Done _ -> Outcome.OK;
            case PayScoreAnswer.Refused _ -> Outcome.REFUSED;
            case PayScoreAnswer.Unclear _ -> Outcome.UNCLEAR;
        };
    }

    /**
     * The SDK tells apart by exception what we tell apart by answer. IllegalArgumentException is
     * its complaint about missing or old signature headers.
     */
    private static PayScoreAnswer answer(String what, Supplier<HttpResponse<PayScoreOrder>> call) {
        try {
            var order = call.get().getServiceResponse();
            return order == null
                    ? new PayScoreAnswer.Unclear("empty answer")
                    : new PayScoreAnswer.Done(order);
        } catch (ServiceException error) {
            return refusal(what, error);
        } catch (HttpException lost) {
            log.warn("WeChat Pay did not answer {}: {}", what, String.valueOf(lost.getCause()));
            return new PayScoreAnswer.Unclear("no answer");
        } catch (ValidationException | MalformedMessageException | IllegalArgumentException bad) {
            // Only the class: the message quotes the whole answer, openid and all.
            log.error(
                    "WeChat Pay's answer to {} cannot be trusted: {}",
                    what,
                    bad.getClass().getSimpleName());
            return new PayScoreAnswer.Unclear("answer cannot be trusted");
        }
    }

    private static PayScoreAnswer refusal(String what, ServiceException error) {
        int status = error.getHttpStatusCode();
        var refused =
                new PayScoreAnswer.Refused(
                        status,
                        error.getErrorCode(),
                        error.getErrorMessage(),
                        number(error.getResponseBody()));
        log.warn("WeChat Pay refused {}: {}", what, refused.text());
        return status >= 500 || status == 429
                ? new PayScoreAnswer.Unclear(refused.text(), refused)
                : refused;
    }

    private static long number(String errorBody) {
        var error = GsonUtil.getGson().fromJson(errorBody, JsonObject.class);
        var number = error == null ? null : error.get(ErrorNumberInterceptor.NUMBER);
        return number == null ? 0 : number.getAsLong();
    }

    private String url(String pathAndQuery) {
        return base.resolve(pathAndQuery).toString();
    }

    private static HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.addHeader("Accept", "application/json");
        headers.addHeader("Content-Type", "application/json");
        return headers;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
