package io.kaimen.local.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.xxl.job.core.context.XxlJobHelper;
import com.xxl.job.core.executor.impl.XxlJobSimpleExecutor;
import com.xxl.job.core.handler.annotation.XxlJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

    private static final String TOKEN = "a-shared-token";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path logs;

    private Jobs jobs;

    @BeforeEach
    void start() throws IOException {
        jobs =
                Jobs.start(
                        new Settings(
                                0,
                                TOKEN,
                                List.of(
                                        new Schedule(1, "test-executor", "count", SECOND),
                                        new Schedule(2, "test-executor", "stumble", SECOND),
                                        new Schedule(3, "test-executor", "unknown", SECOND))),
                        Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void xxlJobsOwnExecutorIsTriggeredAndItsOutcomesArrive() throws Exception {
        var handlers = new Handlers();
        var executor = executor(TOKEN, handlers);
        executor.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> handlers.counted.get() >= 3);
            await().ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(job("count").get("outcome").getAsString())
                                .isIn("SUCCEEDED", "RUNNING");
                        assertThat(job("stumble").get("outcome").getAsString())
                                .isIn("FAILED", "RUNNING");
                    });
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(job("stumble").get("message").getAsString())
                                    .contains("stumbled on purpose"));
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(job("unknown").get("message").getAsString())
                                    .contains("not found"));
        } finally {
            executor.destroy();
        }
    }

    @Test
    void anExecutorWithAWrongTokenIsNotRegistered() throws Exception {
        var answer = post("/api/registry", "a-wrong-token", registration());

        assertThat(answer.get("code").getAsInt()).isEqualTo(500);
        assertThat(answer.get("msg").getAsString()).contains("token");
        assertThat(job("count").has("address")).isFalse();
    }

    @Test
    void aRequestWithoutTokenIsRefused() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(jobs.url() + "/api/callback"))
                        .POST(HttpRequest.BodyPublishers.ofString("[]"))
                        .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(JsonParser.parseString(answer.body()).getAsJsonObject().get("code").getAsInt())
                .isEqualTo(500);
    }

    @Test
    void answersAsTheProtocolSays() throws Exception {
        var answer = post("/api/registry", TOKEN, registration());

        assertThat(answer.get("code").getAsInt()).isEqualTo(200);
        assertThat(answer.get("data").isJsonNull()).isTrue();
        assertThat(post("/api/registryRemove", TOKEN, registration()).get("code").getAsInt())
                .isEqualTo(200);
        assertThat(
                        post(
                                        "/api/callback",
                                        TOKEN,
                                        "[{\"logId\":1,\"logDateTim\":2,\"handleCode\":200,\"handleMsg\":null}]")
                                .get("code")
                                .getAsInt())
                .isEqualTo(200);
    }

    @Test
    void aBrokenRequestIsAnsweredAndNotFatal() throws Exception {
        assertThat(post("/api/registry", TOKEN, "{").get("code").getAsInt()).isEqualTo(500);
        assertThat(post("/api/registry", TOKEN, "").get("code").getAsInt()).isEqualTo(500);
        assertThat(post("/api/registry", TOKEN, registration()).get("code").getAsInt())
                .isEqualTo(200);
    }

    @Test
    void aTriggerWithAWrongTokenIsRefusedByTheExecutor() throws Exception {
        var executor = executor("another-token", new Handlers());
        executor.start();
        try {
            // It could not register itself; registered by hand, it refuses the runs.
            var address = "http://127.0.0.1:" + executor.getPort() + "/";
            post("/api/registry", TOKEN, registration(address));
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(job("count").get("outcome").getAsString())
                                    .isEqualTo("REFUSED"));
            assertThat(job("count").get("message").getAsString()).containsIgnoringCase("token");
        } finally {
            executor.destroy();
        }
    }

    private PortedExecutor executor(String token, Handlers handlers) throws IOException {
        var executor = new PortedExecutor(freePort());
        executor.setAdminAddresses(jobs.url());
        executor.setAccessToken(token);
        executor.setAppname("test-executor");
        executor.setIp("127.0.0.1");
        executor.setPort(executor.getPort());
        executor.setLogPath(logs.toString());
        executor.setLogRetentionDays(3);
        executor.setXxlJobBeanList(List.of(handlers));
        return executor;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private JsonObject job(String handler) throws IOException, InterruptedException {
        var answer =
                HTTP.send(
                        HttpRequest.newBuilder(URI.create(jobs.url() + "/jobs")).build(),
                        HttpResponse.BodyHandlers.ofString());
        for (var job : JsonParser.parseString(answer.body()).getAsJsonArray()) {
            if (job.getAsJsonObject().get("handler").getAsString().equals(handler)) {
                return job.getAsJsonObject();
            }
        }
        throw new AssertionError("no job " + handler + " in " + answer.body());
    }

    private JsonObject post(String path, String token, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(jobs.url() + path))
                        .header("XXL-JOB-ACCESS-TOKEN", token)
                        .header("Content-Type", "application/json;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static String registration() {
        return registration("http://127.0.0.1:1/");
    }

    private static String registration(String address) {
        return "{\"registryGroup\":\"EXECUTOR\",\"registryKey\":\"test-executor\",\"registryValue\":\"%s\"}"
                .formatted(address);
    }

    /** Remembers the port it is given. */
    private static final class PortedExecutor extends XxlJobSimpleExecutor {
        private final int port;

        PortedExecutor(int port) {
            this.port = port;
        }

        int getPort() {
            return port;
        }
    }

    /** Handlers as services have them. */
    static final class Handlers {
        private final AtomicInteger counted = new AtomicInteger();

        @XxlJob("count")
        public void count() {
            counted.incrementAndGet();
        }

        @XxlJob("stumble")
        public void stumble() {
            XxlJobHelper.handleFail("stumbled on purpose");
        }
    }
}
