package io.kaimen.channel.wechat;

import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.HttpResponse;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Stands where the SDK's HTTP client does, answers as the test says and remembers the calls. */
final class ScriptedWechat implements HttpClient {

    private final Deque<Function<HttpRequest, OriginalResponse>> script = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    ScriptedWechat answers(String body) {
        script.add(request ->
                new OriginalResponse.Builder()
                        .request(request)
                        .headers(Map.of())
                        .statusCode(200)
                        .contentType("application/json")
                        .body(body)
                        .build());
        return this;
    }

    ScriptedWechat refuses(int status, String code, String message, long number) {
        script.add(request -> {
            throw new ServiceException(
                    request,
                    status,
                    "{\"code\":\"%s\",\"message\":\"%s\",\"number\":%d}"
                            .formatted(code, message, number));
        });
        return this;
    }

    ScriptedWechat losesTheAnswer() {
        script.add(request -> {
            throw new HttpException(request, new IOException("connection reset"));
        });
        return this;
    }

    /** The calls so far: method and path without its query. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public <T> HttpResponse<T> execute(HttpRequest request, Class<T> type) {
        calls.add(request.getHttpMethod() + " " + request.getUri().getPath());
        if (request.getBody() instanceof JsonRequestBody body) {
            bodies.add(body.getBody());
        }
        return new HttpResponse.Builder<T>()
                .originalResponse(script.remove().apply(request))
                .serviceResponseType(type)
                .build();
    }

    @Override
    public InputStream download(String url) {
        throw new UnsupportedOperationException();
    }
}
