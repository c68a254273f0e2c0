package io.kaimen.local.jobs;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks the executor's side of the protocol and does as a test says; records what it was sent. */
final class ScriptedExecutor implements AutoCloseable {

    private static final String SUCCESS = "{\"code\":200,\"msg\":null,\"data\":null}";
    private static final String FAILURE = "{\"code\":500,\"msg\":\"%s\",\"data\":null}";

    private final HttpServer server;
    private final List<JsonObject> runs = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile String runAnswer = SUCCESS;
    private volatile String idleAnswer = SUCCESS;

    ScriptedExecutor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/run",
                exchange -> {
                    runs.add(JsonParser.parseString(body(exchange)).getAsJsonObject());
                    tokens.add(exchange.getRequestHeaders().getFirst("XXL-JOB-ACCESS-TOKEN"));
                    answer(exchange, runAnswer);
                });
        server.createContext(
                "/idleBeat",
                exchange -> {
                    body(exchange);
                    answer(exchange, idleAnswer);
                });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void refuseRuns(String reason) {
        runAnswer = FAILURE.formatted(reason);
    }

    void beBusy() {
        idleAnswer = FAILURE.formatted("job thread is running or has trigger queue.");
    }

    List<JsonObject> runs() {
        return runs;
    }

    List<String> tokens() {
        return tokens;
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, String answer) throws IOException {
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
