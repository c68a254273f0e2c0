package io.kaimen.channel.wechat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Puts WeChat's internal error number, which only the Request-ID header tells, into the error body:
 * the SDK's exception hands the body on but not the headers. An error page that is no JSON (a
 * proxy's) becomes one, because the SDK fails to read it otherwise. Error answers carry no
 * signature that this could break.
 */
final class ErrorNumberInterceptor implements Interceptor {

    /** The field the number travels in. */
    static final String NUMBER = "number";

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final Pattern TAIL = Pattern.compile(".*-(\\d{1,12})");
    private static final long BODY_LIMIT = 64 * 1024;

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        var error = readObject(response.peekBody(BODY_LIMIT).string());
        error.addProperty(NUMBER, number(response.header("Request-ID")));
        response.close();
        return response.newBuilder()
                .removeHeader("Content-Encoding")
                .body(ResponseBody.create(error.toString(), JSON))
                .build();
    }

    private static JsonObject readObject(String body) {
        try {
            if (JsonParser.parseString(body) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException unreadable) {
            // Not WeChat's own; there is nothing to keep of it.
        }
        return new JsonObject();
    }

    private static long number(@Nullable String requestId) {
        var tail = TAIL.matcher(requestId == null ? "" : requestId);
        return tail.matches() ? Long.parseLong(tail.group(1)) : 0;
    }
}
