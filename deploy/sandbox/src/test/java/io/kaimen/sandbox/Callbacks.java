package io.kaimen.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** The merchant's callback address, which answers as it is told and else 204. */
final class Callbacks implements AutoCloseable {

    /** The answer that never comes. */
    static final int NEVER = 0;

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Callback> received = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Integer>> answers = new ConcurrentHashMap<>();

    /** One notification as it arrived. */
    record Callback(Headers headers, String body) {

        String header(String name) {
            return Objects.requireNonNull(headers.getFirst(name), name);
        }

        /** Verifies and decrypts it as the merchant does. */
        JsonObject parsedBy(NotificationParser parser) {
            return parser.parse(
                    new RequestParam.Builder()
                            .serialNumber(header("Wechatpay-Serial"))
                            .nonce(header("Wechatpay-Nonce"))
                            .timestamp(header("Wechatpay-Timestamp"))
                            .signature(header("Wechatpay-Signature"))
                            .signType(header("Wechatpay-Signature-Type"))
                            .body(body)
                            .build(),
                    JsonObject.class);
        }
    }

    Callbacks() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    /** An address of its own for each test. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** The statuses of the next answers at an address; {@link #NEVER} for none at all. */
    void answerNext(String path, Integer... statuses) {
        answers.put("/" + path, new ConcurrentLinkedDeque<>(List.of(statuses)));
    }

    /** What arrived at an address so far. */
    List<Callback> at(String path) {
        return received.stream()
                .filter(callback -> ("/" + path).equals(callback.headers().getFirst("X-Path")))
                .toList();
    }

    /** Waits until that many arrived at an address. */
    List<Callback> await(String path, int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> at(path), arrived -> arrived.size() >= count);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = new Headers();
            headers.putAll(exchange.getRequestHeaders());
            headers.set("X-Path", exchange.getRequestURI().getPath());
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int status = nextAnswer(exchange.getRequestURI().getPath());
            received.add(new Callback(headers, body));
            if (status == NEVER) {
                closed.await();
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int nextAnswer(String path) {
        Deque<Integer> told = answers.get(path);
        Integer status = told == null ? null : told.poll();
        return status == null ? 204 : status;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
