package io.kaimen.local.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP to one component, with one caller's token. */
public final class Http {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();

    private final String component;
    private final String base;
    private final @Nullable String token;

    /**
     * @param component what a person calls it, for errors
     * @param base without a slash at the end
     */
    public Http(String component, String base) {
        this(component, base, null);
    }

    private Http(String component, String base, @Nullable String token) {
        this.component = component;
        this.base = base;
        this.token = token;
    }

    /** The same component, called by somebody who is logged in. */
    public Http as(String bearer) {
        return new Http(component, base, bearer);
    }

    /**
     * An answer.
     *
     * @param body missing when there was none
     */
    public record Answer(int status, JsonNode body) {

        public boolean succeeded() {
            return status / 100 == 2;
        }
    }

    public JsonNode get(String path) throws InterruptedException {
        return succeeding("GET", path, null).body();
    }

    public JsonNode post(String path, Object body) throws InterruptedException {
        return succeeding("POST", path, body).body();
    }

    public JsonNode put(String path, Object body) throws InterruptedException {
        return succeeding("PUT", path, body).body();
    }

    private Answer succeeding(String method, String path, @Nullable Object body)
            throws InterruptedException {
        var answer = call(method, path, body);
        if (!answer.succeeded()) {
            throw new CallRefused(component, method + " " + path, answer);
        }
        return answer;
    }

    /** The answer, whatever it is. */
    public Answer call(String method, String path, @Nullable Object body)
            throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(ANSWER_WITHIN)
                        .header("Accept", "application/json")
                        .header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException unreachable) {
            throw new Unreachable(component, base, unreachable);
        }
    }

    private static JsonNode read(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Nobody listens, or nobody answers. */
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String component, String base, IOException cause) {
            super("The %s does not answer at %s.".formatted(component, base), cause);
        }
    }

    /** An answer that is a refusal, in its own words. */
    public static final class CallRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** What an edge answers that reaches no service yet. */
        private static final Set<Integer> STARTING = Set.of(502, 503, 504);

        private final int status;
        private final String code;

        public CallRefused(String component, String call, Answer answer) {
            super("%s: %s answered %s".formatted(component, call, words(answer)));
            this.status = answer.status();
            this.code = answer.body().path("code").asString("");
        }

        public int status() {
            return status;
        }

        /** Stable, for programs; empty when it told none. */
        public String code() {
            return code;
        }

        public boolean mayPass() {
            return STARTING.contains(status);
        }

        private static String words(Answer answer) {
            var said =
                    answer.body()
                            .path("detail")
                            .asString(answer.body().path("message").asString(""));
            return said.isEmpty()
                    ? answer.status() + "."
                    : "%d: %s".formatted(answer.status(), said);
        }
    }
}
