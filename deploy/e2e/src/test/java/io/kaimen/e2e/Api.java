package io.kaimen.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Calls HTTP APIs with JSON. */
final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Api() {}

    /**
     * An answer.
     *
     * @param body null node when it was not JSON
     */
    record Answer(int status, JsonNode body) {}

    static Answer get(String url, String token) {
        return send(request(url, token).GET().build());
    }

    static Answer post(String url, String token, String json) {
        return send(request(url, token).POST(BodyPublishers.ofString(json)).build());
    }

    static Answer put(String url, String token, String json) {
        return send(request(url, token).PUT(BodyPublishers.ofString(json)).build());
    }

    private static HttpRequest.Builder request(String url, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            String body = response.body();
            boolean json = body.startsWith("{") || body.startsWith("[");
            return new Answer(
                    response.statusCode(),
                    json ? Stack.JSON.readTree(body) : Stack.JSON.nullNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
