package io.kaimen.device;

import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running service over HTTP as somebody with a role. */
public class Operators {

    private final RestClient http;
    private final Tokens tokens;
    private final Role role;

    Operators(int port, Tokens tokens, Role role) {
        this.http = RestClient.create("http://127.0.0.1:" + port);
        this.tokens = tokens;
        this.role = role;
    }

    /** What was answered. */
    public record Answer(HttpStatusCode status, JsonNode body) {

        public int code() {
            return status.value();
        }
    }

    public Answer get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    public Answer post(String path, String json) {
        return call(HttpMethod.POST, path, json);
    }

    public Answer put(String path, String json) {
        return call(HttpMethod.PUT, path, json);
    }

    public Answer delete(String path) {
        return call(HttpMethod.DELETE, path, null);
    }

    private Answer call(HttpMethod method, String path, @Nullable String json) {
        RestClient.RequestBodySpec request =
                http.method(method)
                        .uri(path)
                        .header(
                                "Authorization",
                                "Bearer " + tokens.issue("olga", role, Duration.ofMinutes(1)));
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        ResponseEntity<String> answer =
                request.retrieve()
                        .onStatus(status -> true, (req, res) -> {})
                        .toEntity(String.class);
        String body = answer.getBody();
        return new Answer(
                answer.getStatusCode(),
                JsonMapper.shared().readTree(body == null || body.isEmpty() ? "null" : body));
    }
}
