package io.kaimen.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.assertj.core.api.Assertions;

/** The sandbox's own controls: people and faults. */
final class Controls {

    private final String baseUrl;
    private final HttpClient http = HttpClient.newHttpClient();

    Controls(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    JsonObject confirm(String packageToken, String openid) {
        JsonObject decision = Merchant.object("package", packageToken);
        decision.addProperty("openid", openid);
        return post("/sandbox/payscore/confirm", decision.toString());
    }

    JsonObject fault(String json) {
        return post("/sandbox/faults", json);
    }

    void clearFaults() {
        send("DELETE", "/sandbox/faults", "application/json", "");
    }

    /** Everything the platform knows of an order. */
    JsonObject order(String number) {
        return JsonParser.parseString(
                        send("GET", "/sandbox/payscore/orders/" + number, "*/*", "").body())
                .getAsJsonObject();
    }

    /** Posts JSON and expects success. */
    JsonObject post(String path, String json) {
        HttpResponse<String> response = send("POST", path, "application/json", json);
        Assertions.assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
        JsonElement body = JsonParser.parseString(response.body());
        return body.isJsonObject() ? body.getAsJsonObject() : new JsonObject();
    }

    HttpResponse<String> send(String method, String path, String contentType, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(baseUrl + path))
                        .header("Content-Type", contentType)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
