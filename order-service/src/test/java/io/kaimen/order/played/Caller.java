package io.kaimen.order.played;

import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service under test over HTTP. */
@Component
public class Caller {

    /** The JDK's: Apache's client would answer a 503 by trying again on its own. */
    private final RestClient client =
            RestClient.builder().requestFactory(new JdkClientHttpRequestFactory()).build();

    private final Environment environment;
    private final Tokens tokens;
    private final JsonMapper json;

    Caller(Environment environment, Tokens tokens, JsonMapper json) {
        this.environment = environment;
        this.tokens = tokens;
        this.json = json;
    }

    /** An HTTP answer. */
    public record Answer(int status, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    /** A shopper who is logged in. */
    public record Phone(String shopperId, String token) {}

    /** Somebody who was never here before. */
    public static String newOpenid() {
        return "o-" + UUID.randomUUID();
    }

    /** Logs a new person in. */
    public Phone newShopper() {
        Answer answer = logIn(newOpenid());
        if (answer.status() != 200) {
            throw new IllegalStateException("login answered " + answer);
        }
        return new Phone(answer.text("shopperId"), answer.text("token"));
    }

    public Answer logIn(String openid) {
        return call(
                HttpMethod.POST,
                "/shopper/login",
                null,
                Map.of("platform", "wechat", "code", "code of " + openid));
    }

    /** The shopper taps on "open". */
    public Answer tap(Phone phone, String sn, int door) {
        return call(
                HttpMethod.POST,
                "/shopper/orders",
                phone.token(),
                Map.of("sn", sn, "door", door, "platform", "wechat"));
    }

    /** One of the shopper's orders. */
    public JsonNode order(Phone phone, String orderNo) {
        return call(HttpMethod.GET, "/shopper/orders/" + orderNo, phone.token(), null).body();
    }

    public Answer asAdministrator(HttpMethod method, String path, @Nullable Object body) {
        String token = tokens.issue("admin", Role.ADMINISTRATOR, Duration.ofMinutes(1));
        return call(method, path, token, body);
    }

    public Answer call(
            HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        return call(method, path, token, body, Map.of());
    }

    public Answer call(
            HttpMethod method,
            String path,
            @Nullable String token,
            @Nullable Object body,
            Map<String, String> headers) {
        var request =
                client.mutate()
                        .baseUrl(
                                "http://127.0.0.1:"
                                        + environment.getRequiredProperty("local.server.port"))
                        .build()
                        .method(method)
                        .uri(path)
                        .headers(all -> {
                            headers.forEach(all::add);
                            if (token != null) {
                                all.setBearerAuth(token);
                            }
                        });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(body));
        }
        return request.exchange((sent, answer) -> {
            byte[] bytes = answer.getBody().readAllBytes();
            return new Answer(
                    answer.getStatusCode().value(),
                    bytes.length == 0 ? json.createObjectNode() : json.readTree(bytes));
        });
    }
}
