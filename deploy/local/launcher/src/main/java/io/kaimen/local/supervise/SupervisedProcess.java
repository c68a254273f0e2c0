package io.kaimen.local.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One running process of a component. */
final class SupervisedProcess {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(150);

    private final Component component;
    private final Component.Command command;
    private final LogFile log;
    private final Path processes;
    private @Nullable Process started;
    private @Nullable ProcessRecord record;
    private volatile boolean healthy;

    private SupervisedProcess(
            Component component, Component.Command command, LogFile log, Path processes) {
        this.component = component;
        this.command = command;
        this.log = log;
        this.processes = processes;
    }

    /** Gets everything ready that takes time. */
    static SupervisedProcess prepare(Component component, LogFile log, Path processes)
            throws ComponentFailed, InterruptedException {
        try {
            return new SupervisedProcess(component, component.launch().prepare(), log, processes);
        } catch (IOException e) {
            throw new ComponentFailed(
                    component.name(), "could not be prepared: " + e.getMessage(), null);
        }
    }

    SupervisedProcess start() throws ComponentFailed {
        try {
            var builder =
                    new ProcessBuilder(OwnSession.of(command.line()))
                            .directory(command.folder().toFile())
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
            builder.environment().putAll(command.environment());
            var process = builder.start();
            started = process;
            var program = Path.of(command.line().getFirst()).toRealPath().toString();
            var remembered = ProcessRecord.of(component.name(), process, program);
            remembered.write(processes);
            record = remembered;
            return this;
        } catch (IOException e) {
            throw new ComponentFailed(
                    component.name(), "could not be started: " + e.getMessage(), null);
        }
    }

    private Process process() {
        return Objects.requireNonNull(started, "not started");
    }

    long pid() {
        return process().pid();
    }

    Path log() {
        return log.path();
    }

    /** Returns when the component is healthy. */
    void awaitHealthy() throws ComponentFailed, InterruptedException {
        var deadline = System.nanoTime() + component.startWithin().toNanos();
        while (true) {
            var problem = component.health().problem(process().pid());
            if (!process().isAlive()) {
                throw failed("ended while starting, with exit code " + process().exitValue());
            }
            if (problem.isEmpty()) {
                healthy = true;
                return;
            }
            if (System.nanoTime() > deadline) {
                throw failed(
                        "was not healthy within "
                                + component.startWithin().toSeconds()
                                + " s: "
                                + problem.get());
            }
            process().waitFor(BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whether it has been healthy since it was started. */
    boolean isHealthy() {
        return healthy;
    }

    /** Returns its exit code when it has ended. */
    int awaitEnd() throws InterruptedException {
        return process().waitFor();
    }

    /** Asks it to end and, after the time given, makes it. */
    void stop(Duration within) throws InterruptedException {
        process().destroy();
        if (!process().waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            process().destroyForcibly().waitFor();
        }
        try {
            if (record != null) {
                record.delete(processes);
            }
        } catch (IOException staysAndIsRecognisedAsDead) {
            return;
        }
    }

    private ComponentFailed failed(String reason) {
        return new ComponentFailed(component.name(), reason, log.path());
    }
}
