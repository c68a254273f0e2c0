package io.kaimen.channel;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox program, running as a process of its own, and what people do there. */
public final class Sandbox implements AutoCloseable {

    private static final Path MODULE = Path.of("..", "deploy", "sandbox").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port = freePort();
    private final Process process;

    /** Starts it with new keys below the folder; ends with this JVM at the latest. */
    public Sandbox(Path folder) throws IOException {
        this.folder = folder;
        this.process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx96m",
                                "-Dserver.address=127.0.0.1",
                                "-Dserver.port=" + port,
                                "-Dkaimen.sandbox.keys-dir=" + keys(),
                                "-Dkaimen.sandbox.data-dir=" + folder.resolve("data"),
                                "-cp",
                                classPath(),
                                "io.kaimen.sandbox.SandboxApplication")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sandbox.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("the sandbox, see " + folder.resolve("sandbox.log"))
                .atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || listens());
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(folder.resolve("sandbox.log")));
        }
    }

    /** What channel-service is configured with to take this for WeChat. */
    public Map<String, String> settings() throws IOException {
        var settings = new Properties();
        try (var file = Files.newInputStream(keys().resolve("wechat.properties"))) {
            settings.load(file);
        }
        return settings.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, name -> settings.getProperty(name)));
    }

    /** The key WeChat signs with. */
    public Path platformKey() {
        return keys().resolve("platform-private-key.pem");
    }

    /** A login code as {@code wx.login} would give it. */
    public String logIn(String openid) {
        return post("/sandbox/codes", Map.of("openid", openid)).path("code").asString();
    }

    /** Confirms on WeChat's page. */
    public void confirm(String packageToken, String openid) {
        post("/sandbox/payscore/confirm", Map.of("package", packageToken, "openid", openid));
    }

    /** Makes something go wrong with one order, so many times. */
    public void fault(String kind, String orderNo, @Nullable String on, int times) {
        var fault = new HashMap<String, Object>();
        fault.put("kind", kind);
        fault.put("out_order_no", orderNo);
        fault.put("on", on);
        fault.put("times", times);
        post("/sandbox/faults", fault);
    }

    /** Carries a call about the order out at once and answers it later. */
    public void delayAnswer(String orderNo, String operation, Duration by) {
        delay("ANSWER_DELAYED", orderNo, operation, by);
    }

    /** Has something of one order happen later, once. */
    public void delay(String kind, String orderNo, @Nullable String on, Duration by) {
        var fault = new HashMap<String, Object>();
        fault.put("kind", kind);
        fault.put("out_order_no", orderNo);
        fault.put("on", on);
        fault.put("times", 1);
        fault.put("millis", by.toMillis());
        post("/sandbox/faults", fault);
    }

    /** Sets WeChat's clock that much ahead, for everybody, until {@link #heal()}. */
    public void clockAhead(Duration by) {
        post("/sandbox/faults", Map.of("kind", "CLOCK_OFFSET", "millis", by.toMillis()));
    }

    /** Switches all faults off. */
    public void heal() {
        send("DELETE", "/sandbox/faults", null);
    }

    /** Everything WeChat knows of an order. */
    public JsonNode order(String orderNo) {
        return send("GET", "/sandbox/payscore/orders/" + orderNo, null);
    }

    /** The bodies of the calls of a kind, oldest first. */
    public List<String> calls(String orderNo, String operation) {
        return order(orderNo)
                .path("calls")
                .valueStream()
                .filter(call -> call.path("operation").asString().equals(operation))
                .map(call -> call.path("request").asString())
                .toList();
    }

    private JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        var publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s %s: %d %s"
                                .formatted(method, path, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean listens() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return Files.exists(keys().resolve("wechat.properties"));
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private static String classPath() throws IOException {
        var target = MODULE.resolve("target");
        try (var files = Files.list(target)) {
            var jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst();
            return jar.orElseThrow()
                    + File.pathSeparator
                    + Files.readString(target.resolve("runtime-classpath")).strip();
        } catch (IOException | NoSuchElementException notBuilt) {
            throw new IllegalStateException(
                    "The sandbox is not built: mvn -pl deploy/sandbox -DskipTests package",
                    notBuilt);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
