package io.kaimen.local.jobs;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.xxl.job.core.constant.Const;
import com.xxl.job.core.openapi.model.CallbackRequest;
import com.xxl.job.core.openapi.model.RegistryRequest;
import com.xxl.tool.response.Response;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What executors call: {@code /api/registry}, {@code /api/registryRemove} and {@code
 * /api/callback}.
 */
final class AdminServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AdminServer.class);
    private static final TypeToken<List<CallbackRequest>> CALLBACKS = new TypeToken<>() {};
    private static final int OK = 200;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Gson json = new GsonBuilder().serializeNulls().setPrettyPrinting().create();
    private final HttpServer server;
    private final byte[] accessToken;
    private final Executors executors;
    private final List<Trigger> triggers;

    private AdminServer(
            HttpServer server, String accessToken, Executors executors, List<Trigger> triggers) {
        this.server = server;
        this.accessToken = accessToken.getBytes(StandardCharsets.UTF_8);
        this.executors = executors;
        this.triggers = triggers;
    }

    /**
     * Listens on the loopback interface.
     *
     * @param port 0 for any
     */
    static AdminServer start(
            int port, String accessToken, Executors executors, List<Trigger> triggers)
            throws IOException {
        var http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        var admin = new AdminServer(http, accessToken, executors, triggers);
        http.createContext("/api/registry", admin.guarded(admin::register));
        http.createContext("/api/registryRemove", admin.guarded(admin::remove));
        http.createContext("/api/callback", admin.guarded(admin::callback));
        http.createContext("/jobs", admin::show);
        http.start();
        return admin;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Response<String> register(Reader body) {
        var request = json.fromJson(body, RegistryRequest.class);
        if (executors.register(request.getRegistryKey(), request.getRegistryValue())) {
            log.info(
                    "{} has registered at {}",
                    request.getRegistryKey(),
                    request.getRegistryValue());
        }
        return Response.ofSuccess();
    }

    private Response<String> remove(Reader body) {
        var request = json.fromJson(body, RegistryRequest.class);
        if (executors.remove(request.getRegistryKey(), request.getRegistryValue())) {
            log.info("{} at {} is gone", request.getRegistryKey(), request.getRegistryValue());
        }
        return Response.ofSuccess();
    }

    private Response<String> callback(Reader body) {
        for (var call : json.fromJson(body, CALLBACKS)) {
            var known =
                    triggers.stream()
                            .anyMatch(trigger ->
                                    trigger.ended(
                                            call.getLogId(),
                                            call.getHandleCode() == OK,
                                            call.getHandleMsg()));
            if (!known) {
                log.info(
                        "The outcome of run {} arrived after the next had started",
                        call.getLogId());
            }
        }
        return Response.ofSuccess();
    }

    private void show(HttpExchange exchange) throws IOException {
        var jobs = triggers.stream().map(AdminServer::describe).toList();
        answer(exchange, jobs);
    }

    private static Map<String, Object> describe(Trigger trigger) {
        var job = new TreeMap<String, Object>();
        job.put("executor", trigger.schedule().executor());
        job.put("handler", trigger.schedule().handler());
        job.put("everySeconds", trigger.schedule().every().toSeconds());
        var run = trigger.last();
        if (run != null) {
            job.put("address", run.executor());
            job.put("startedAt", run.startedAt().toString());
            job.put("endedAt", String.valueOf(run.endedAt()));
            job.put("outcome", run.outcome());
            job.put("message", String.valueOf(run.message()));
        }
        return job;
    }

    /** The protocol answers 200 to everything; what matters is the code inside. */
    private HttpHandler guarded(Call call) {
        return exchange -> {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                exchange.close();
            } else if (!isAllowed(exchange)) {
                answer(exchange, Response.ofFail("The access token is wrong."));
            } else {
                answer(exchange, carryOut(call, exchange));
            }
        };
    }

    private static Response<String> carryOut(Call call, HttpExchange exchange) throws IOException {
        try (var body = new InputStreamReader(exchange.getRequestBody(), StandardCharsets.UTF_8)) {
            return call.answer(body);
        } catch (JsonParseException | NullPointerException e) {
            return Response.ofFail("The request cannot be read.");
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        var given = exchange.getRequestHeaders().getFirst(Const.XXL_JOB_ACCESS_TOKEN);
        return given != null
                && MessageDigest.isEqual(accessToken, given.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange, Object content) throws IOException {
        var body = json.toJson(content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(OK, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @FunctionalInterface
    private interface Call {
        Response<String> answer(Reader body);
    }
}
