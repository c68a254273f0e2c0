package io.kaimen.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Ports;
import io.kaimen.local.instance.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real processes: small shell scripts. */
class SupervisorTest {

    /** Says when it starts and stops, and is healthy as soon as it has said so. */
    private static final String SERVER =
            """
            trap 'echo "stop %1$s" >> events; exit 0' TERM
            echo "start %1$s" >> events
            touch "%1$s.up"
            while :; do sleep 0.05; done
            """;

    @TempDir private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Instance instance;
    private volatile Map<String, Status.Running> running = Map.of();
    private Optional<Supervisor> supervisor = Optional.empty();

    @BeforeEach
    void createInstance() {
        instance = Instance.create(folder, folder.resolve("home"), Ports.of(0, Map.of()));
    }

    @AfterEach
    void stopWhatIsLeft() {
        supervisor.ifPresent(Supervisor::stop);
    }

    @Test
    void startsDependenciesFirstAndStopsThemLast() throws Exception {
        var started =
                supervise(server("order", "database"), server("database"), server("edge", "order"));

        started.start();
        assertThat(events()).containsExactly("start database", "start order", "start edge");
        started.stop();

        assertThat(events().subList(3, 6))
                .containsExactly("stop edge", "stop order", "stop database");
        assertThat(instance.processes()).isEmptyDirectory();
    }

    @Test
    void tellsWhatRunsWhere() throws Exception {
        supervise(server("database")).start();

        var process = process("database");
        assertThat(ProcessHandle.of(process.pid())).isPresent();
        assertThat(process.log()).endsWith("logs/database.log");
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("database     starting …")
                .contains("database     healthy after");
    }

    @Test
    void namesTheComponentThatEndsWhileStarting() {
        var failed =
                failureOf(
                        supervise(
                                server("database"),
                                script("order", "echo no schema; exit 3", "database")));

        assertThat(failed).hasMessageContaining("order ended while starting, with exit code 3");
        assertThat(new LogFile(logOf(failed)).lastLines(5)).containsExactly("no schema");
    }

    @Test
    void namesTheComponentThatIsNotHealthyInTime() {
        var deaf =
                new Component(
                        "deaf",
                        Set.of(),
                        () -> shell("sleep 60"),
                        pid -> Optional.of("port 1 does not answer"),
                        Duration.ofMillis(300));

        var failed = failureOf(supervise(deaf));

        assertThat(failed)
                .hasMessageContaining("deaf was not healthy within")
                .hasMessageContaining("port 1 does not answer");
    }

    @Test
    void namesTheComponentThatCannotBePrepared() {
        var broken =
                new Component(
                        "broken",
                        Set.of(),
                        () -> {
                            throw new IOException("no space left");
                        },
                        pid -> Optional.empty(),
                        Duration.ofSeconds(1));

        assertThat(failureOf(supervise(broken)))
                .hasMessageContaining("broken could not be prepared: no space left");
    }

    @Test
    void startsAComponentAgainThatDies() throws Exception {
        supervise(server("database")).start();
        var first = pid("database");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> events().equals(List.of("start database", "start database")));
        assertThat(pid("database")).isNotEqualTo(first);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("died (exit code 137), starting it again");
    }

    @Test
    void givesUpOnAComponentThatKeepsDying() throws Exception {
        var component =
                new Component(
                        "sick",
                        Set.of(),
                        () -> shell("echo x >> deaths; sleep 0.3"),
                        pid -> Optional.empty(),
                        Duration.ofSeconds(5));
        supervise(component).start();

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        output.toString(StandardCharsets.UTF_8)
                                .contains("died 5 times within a minute"));
        assertThat(Files.readAllLines(instance.home().resolve("deaths"))).hasSize(5);
    }

    @Test
    void killsWhatDoesNotStop() throws Exception {
        var stubborn =
                new Component(
                        "stubborn",
                        Set.of(),
                        () ->
                                shell(
                                        "trap '' TERM; touch stubborn.up; while :; do sleep 0.05; done"),
                        pid ->
                                Files.exists(instance.home().resolve("stubborn.up"))
                                        ? Optional.empty()
                                        : Optional.of("not up"),
                        Duration.ofSeconds(5));
        var started = supervise(stubborn);
        started.start();
        var pid = pid("stubborn");

        started.stop();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void orphansOfASupervisorThatWasKilledAreFoundAndStopped() throws Exception {
        supervise(server("database"), server("redis")).start();
        var pids = List.of(pid("database"), pid("redis"));
        // What a killed supervisor leaves behind: its processes and their files.
        var left = folder.resolve("left");
        Files.createDirectories(left);
        for (var name : List.of("database.process", "redis.process")) {
            Files.copy(instance.processes().resolve(name), left.resolve(name));
        }

        var said = new Orphans(left).stop();

        assertThat(said)
                .hasSize(2)
                .allMatch(line -> line.contains("was still running without its supervisor"));
        assertThat(pids)
                .allMatch(pid ->
                        ProcessHandle.of(pid)
                                .filter(process -> process.info().startInstant().isPresent())
                                .filter(ProcessHandle::isAlive)
                                .isEmpty());
        assertThat(left).isEmptyDirectory();
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws Exception {
        var left = Files.createDirectories(folder.resolve("left"));
        Files.writeString(
                left.resolve("database.process"),
                "pid=%d\nstartedAt=2020-01-01T00:00:00Z\nprogram=/usr/sbin/mariadbd\n"
                        .formatted(ProcessHandle.current().pid()));

        assertThat(new Orphans(left).stop()).isEmpty();
        assertThat(left).isEmptyDirectory();
    }

    private Supervisor supervise(Component... components) {
        var progress = new Progress(new PrintStream(output, true, StandardCharsets.UTF_8));
        var clock = Clock.systemUTC();
        var processes =
                new Processes(
                        instance,
                        progress,
                        status -> running = status,
                        clock,
                        Duration.ofSeconds(2));
        var made = new Supervisor(List.of(components), processes, progress, clock);
        supervisor = Optional.of(made);
        return made;
    }

    private static ComponentFailed failureOf(Supervisor supervisor) {
        return catchThrowableOfType(ComponentFailed.class, supervisor::start);
    }

    private Component server(String name, String... dependencies) {
        return script(name, SERVER.formatted(name), dependencies);
    }

    private Component script(String name, String script, String... dependencies) {
        return new Component(
                name,
                Set.of(dependencies),
                () -> shell(script),
                pid ->
                        Files.exists(instance.home().resolve(name + ".up"))
                                ? Optional.empty()
                                : Optional.of("not up yet"),
                Duration.ofSeconds(20));
    }

    private Component.Command shell(String script) {
        return new Component.Command(List.of("/bin/sh", "-c", script), Map.of(), instance.home());
    }

    private static Path logOf(ComponentFailed failed) {
        return Objects.requireNonNull(failed.log());
    }

    private long pid(String name) {
        return process(name).pid();
    }

    private Status.Running process(String name) {
        return Objects.requireNonNull(running.get(name));
    }

    private List<String> events() throws IOException {
        return Files.readAllLines(instance.home().resolve("events"));
    }
}
