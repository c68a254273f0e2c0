package io.kaimen.e2e;

import io.kaimen.e2e.Script.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole stack, started once for all tests by {@code deploy/up}; it ends with this process. */
final class Stack {

    static final JsonMapper JSON = new JsonMapper();

    /** Moved by whoever tests two checkouts of one machine at the same time. */
    static final String PORT_OFFSET =
            System.getenv().getOrDefault("KAIMEN_E2E_PORT_OFFSET", "9000");

    static final Path HOME = Script.ROOT.resolve("target/e2e-stack");

    private static final Duration START_LIMIT = Duration.ofMinutes(8);
    private static final Duration BUY_LIMIT = Duration.ofSeconds(90);

    private static final Duration CHECK_LIMIT = Duration.ofSeconds(120);

    private static Stack running;

    private final Result up;
    private final JsonNode instance;

    private Stack(Result up, JsonNode instance) {
        this.up = up;
        this.instance = instance;
    }

    static synchronized Stack get() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    private static Stack start() {
        Script.run(Duration.ofMinutes(1), "down", "--home", HOME.toString());
        deleteHome();
        String pid = String.valueOf(ProcessHandle.current().pid());
        Result up =
                Script.run(
                        START_LIMIT,
                        "up",
                        "--home",
                        HOME.toString(),
                        "--port-offset",
                        PORT_OFFSET,
                        "--owner-pid",
                        pid,
                        "--detach");
        if (up.exitCode() != 0) {
            throw new AssertionError(
                    "deploy/up exited " + up.exitCode() + "\n" + up.out() + up.err());
        }
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() ->
                                Script.run(
                                        Duration.ofMinutes(1), "down", "--home", HOME.toString())));
        return new Stack(up, readInstance());
    }

    /** What {@code deploy/up} printed. */
    String story() {
        return up.out();
    }

    /** Runs {@code deploy/buy --json} with these arguments. */
    Result buy(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", HOME.toString(), "--json"));
        all.addAll(List.of(arguments));
        return Script.run(BUY_LIMIT, "buy", all.toArray(String[]::new));
    }

    /** Buys and reads the answer; fails unless it was paid. */
    JsonNode bought(String... arguments) {
        Result result = buy(arguments);
        if (result.exitCode() != 0) {
            throw new AssertionError(
                    "deploy/buy exited " + result.exitCode() + "\n" + result.out() + result.err());
        }
        return JSON.readTree(result.out());
    }

    /** Runs {@code deploy/trace} with these arguments. */
    Result trace(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", HOME.toString()));
        all.addAll(List.of(arguments));
        return Script.run(CHECK_LIMIT, "trace", all.toArray(String[]::new));
    }

    /** Runs {@code deploy/check --json} with these arguments. */
    Result check(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--home", HOME.toString(), "--json"));
        all.addAll(List.of(arguments));
        return Script.run(CHECK_LIMIT, "check", all.toArray(String[]::new));
    }

    /** Fails unless {@code deploy/check} says, within its own time, that everything fits. */
    void assertEverythingFits() {
        Result result = check("--settle-for", "40");
        if (result.exitCode() != 0) {
            throw new AssertionError(
                    "deploy/check exited "
                            + result.exitCode()
                            + "\n"
                            + result.out()
                            + result.err());
        }
    }

    String edgeUrl() {
        return instance.path("edgeUrl").asString();
    }

    String url(String component) {
        return instance.path("urls").path(component).asString();
    }

    /** The number of a component's process, as of now: dead ones are started again. */
    long pid(String component) {
        return readInstance().path("components").path(component).path("pid").asLong();
    }

    int port(String label) {
        return instance.path("ports").path(label).asInt();
    }

    String secret(String file) {
        try {
            return Files.readString(HOME.resolve("secrets").resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One number from the database, across schemas, as its root. */
    long count(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes the database under the services, to break something on purpose. */
    void execute(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What Redis answers to this command, as it comes over the wire. */
    String redis(String command) {
        String lines = "AUTH " + secret("redis") + "\r\n" + command + "\r\nQUIT\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port("redis"))) {
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection database() throws SQLException {
        String url =
                "jdbc:mysql://127.0.0.1:"
                        + port("database")
                        + "/?allowPublicKeyRetrieval=true&sslMode=DISABLED";
        return DriverManager.getConnection(url, "root", secret("database-root"));
    }

    private static JsonNode readInstance() {
        try {
            return JSON.readTree(Files.readString(HOME.resolve("instance.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteHome() {
        if (!Files.exists(HOME)) {
            return;
        }
        try (var files = Files.walk(HOME)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
