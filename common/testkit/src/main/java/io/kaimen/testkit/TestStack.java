package io.kaimen.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The instance of {@code deploy/local} that the tests of this checkout share. */
final class TestStack {

    private static final String UP = "io.kaimen.local.Up";
    private static final String DOWN = "io.kaimen.local.Down";

    /** Moved by whoever tests two checkouts of one machine at the same time. */
    private static final String PORT_OFFSET =
            System.getenv().getOrDefault("KAIMEN_TEST_PORT_OFFSET", "5000");

    private final Path home;
    private final JsonNode status;

    private TestStack(Path home, JsonNode status) {
        this.home = home;
        this.status = status;
    }

    /** The running instance, started now if there is none; it stays as long as this build does. */
    static TestStack join() {
        var root = root();
        var home = root.resolve("target/test-stack");
        try {
            Files.createDirectories(home.getParent());
            // One test process starts it, the others wait here and then find it running.
            try (var channel =
                            FileChannel.open(
                                    home.resolveSibling("test-stack.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return new TestStack(home, joinOrStart(root, home));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The middleware for tests could not be started.", e);
        }
    }

    int port(String name) {
        return status.path("ports").path(name).asInt();
    }

    Path home() {
        return home;
    }

    String secret(String name) {
        try {
            return Files.readString(home.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A settings file that the launcher wrote. */
    Properties settings(String name) {
        var properties = new Properties();
        try (var in =
                Files.newBufferedReader(home.resolve("config").resolve(name + ".properties"))) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        return Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("deploy/up")))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Tests run inside a checkout that has deploy/up."));
    }

    private static JsonNode joinOrStart(Path root, Path home) throws IOException {
        var owner = Build.pid();
        if (Files.isDirectory(home)) {
            register(home, owner);
            var running = readyStatus(home);
            if (running.isPresent()) {
                return running.get();
            }
        }
        return start(root, home, owner);
    }

    private static JsonNode start(Path root, Path home, long owner) throws IOException {
        var launcher = new Launcher(root);
        // Whatever an earlier build left behind ends first: a stack on its way down, or one whose
        // supervisor was killed.
        launcher.run(DOWN, List.of("--home", home.toString()));
        delete(home);
        launcher.run(
                UP,
                List.of(
                        "--home",
                        home.toString(),
                        "--port-offset",
                        PORT_OFFSET,
                        "--only",
                        "middleware",
                        "--detach",
                        "--owner-pid",
                        Long.toString(owner),
                        "--topic-prefixes",
                        topicPrefixes()));
        return readyStatus(home)
                .orElseThrow(
                        () -> new IllegalStateException("The middleware for tests is not ready."));
    }

    private static String topicPrefixes() {
        return Middleware.SERVICES.stream()
                .sorted()
                .map(service -> "it-" + service + "-")
                .collect(Collectors.joining(","));
    }

    /** From now on the stack does not end before this build does. */
    private static void register(Path home, long owner) throws IOException {
        var owners = Files.createDirectories(home.resolve("owners"));
        Files.writeString(owners.resolve(Long.toString(owner)), "");
    }

    private static Optional<JsonNode> readyStatus(Path home) throws IOException {
        var file = home.resolve("instance.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var status = JsonMapper.shared().readTree(Files.readString(file));
        var supervised =
                ProcessHandle.of(status.path("supervisor").asLong())
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
        return supervised && status.path("ready").asBoolean()
                ? Optional.of(status)
                : Optional.empty();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
