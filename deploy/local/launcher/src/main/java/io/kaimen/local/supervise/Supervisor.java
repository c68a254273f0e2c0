package io.kaimen.local.supervise;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Starts components, starts those again that die, and stops them all.
 *
 * <p>A component starts when everything it depends on is healthy and ends before what it depends on
 * does. As many start at a time as there are processors: more would only make each slower.
 */
public final class Supervisor {

    /**
     * A service needs 14 s: its listeners, its executor and its registration each take their time.
     */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final List<Component> components;
    private final Processes processes;
    private final Progress progress;
    private final Clock clock;
    private final Semaphore starting =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean failed;

    /**
     * Nothing is started yet.
     *
     * @param onChange is told whenever the set of processes has changed
     */
    public Supervisor(
            Collection<Component> components,
            Instance instance,
            Progress progress,
            Consumer<Map<String, Status.Running>> onChange,
            Clock clock) {
        this(
                components,
                new Processes(instance, progress, onChange, clock, STOP_WITHIN),
                progress,
                clock);
    }

    Supervisor(
            Collection<Component> components, Processes processes, Progress progress, Clock clock) {
        this.components = DependencyOrder.of(components);
        this.processes = processes;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Returns when every component is healthy.
     *
     * @throws ComponentFailed for the first one that is not; the others may be running
     */
    public void start() throws ComponentFailed, InterruptedException {
        var started = new TreeMap<String, CompletableFuture<Void>>();
        for (var component : components) {
            var dependencies =
                    component.dependsOn().stream()
                            .map(started::get)
                            .toArray(CompletableFuture[]::new);
            started.put(
                    component.name(),
                    CompletableFuture.allOf(dependencies)
                            .thenRunAsync(() -> startFirst(component), threads));
        }
        try {
            firstFailureOrAll(started.values()).get();
        } catch (ExecutionException e) {
            failed = true;
            throw failureIn(e);
        }
        components.forEach(component ->
                threads.execute(new Revival(component, processes, progress, clock)::keepAlive));
    }

    private static CompletableFuture<Void> firstFailureOrAll(
            Collection<CompletableFuture<Void>> started) {
        var all = CompletableFuture.allOf(started.toArray(CompletableFuture[]::new));
        started.forEach(one ->
                one.whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        all.completeExceptionally(failure);
                    }
                }));
        return all;
    }

    private static ComponentFailed failureIn(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ComponentFailed known) {
                return known;
            }
        }
        throw new IllegalStateException(thrown);
    }

    private void startFirst(Component component) {
        try {
            starting.acquire();
            try {
                if (!failed) {
                    processes.log(component).rotate();
                    processes.start(component);
                }
            } finally {
                starting.release();
            }
        } catch (IOException | InterruptedException | ComponentFailed e) {
            throw new CompletionException(e);
        }
    }

    /**
     * Stops everything that runs, dependents first, and returns when nothing does; 20 s for each at
     * most.
     */
    public void stop() {
        if (!processes.close()) {
            return;
        }
        var stopped = new TreeMap<String, CompletableFuture<Void>>();
        for (var component : components.reversed()) {
            var dependents =
                    components.stream()
                            .filter(other -> other.dependsOn().contains(component.name()))
                            .map(other -> stopped.get(other.name()))
                            .toArray(CompletableFuture[]::new);
            stopped.put(
                    component.name(),
                    CompletableFuture.allOf(dependents)
                            .thenRunAsync(() -> processes.stopForGood(component), threads));
        }
        CompletableFuture.allOf(stopped.values().toArray(CompletableFuture[]::new)).join();
        threads.shutdownNow();
    }
}
