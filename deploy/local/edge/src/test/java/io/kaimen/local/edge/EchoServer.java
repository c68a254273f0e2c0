package io.kaimen.local.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands in the place of a service: answers with its name, the path and the headers it was sent.
 */
final class EchoServer implements AutoCloseable {

    private final String name;
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    EchoServer(String name) throws IOException {
        this.name = name;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.createContext(
                "/shopper/slow",
                exchange -> {
                    awaitClose(Duration.ofSeconds(5));
                    answer(exchange);
                });
        server.createContext("/shopper/stream", this::stream);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var echo = new StringBuilder(name + " " + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((header, values) ->
                        echo.append(header.toLowerCase(Locale.ROOT))
                                .append(": ")
                                .append(String.join(",", values))
                                .append('\n'));
        var body = echo.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    /** One event, and then nothing for longer than any service may take to answer. */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            exchange.getResponseBody().write("data:first\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitClose(Duration.ofSeconds(3));
            exchange.getResponseBody().write("data:second\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void awaitClose(Duration longest) {
        try {
            var ignored = closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
