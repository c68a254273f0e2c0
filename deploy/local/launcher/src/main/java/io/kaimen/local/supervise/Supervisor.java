package io.kaimen.local.supervise;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts components, starts those again that die, and stops them all.
 *
 * <p>A component starts when everything it depends on is healthy and ends before what it depends on
 * does. As many start at a time as there are processors: more would only make each slower.
 */
public final class Supervisor {

    /**
     * Long enough for a service to finish what it was asked, and for the broker to close its store.
     */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(1);

    private final List<Component> components;
    private final Instance instance;
    private final Progress progress;
    private final Consumer<Map<String, Status.Running>> onChange;
    private final Clock clock;
    private final Duration stopWithin;
    private final Map<String, SupervisedProcess> running = new ConcurrentHashMap<>();
    private final Semaphore starting =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean failed;
    private final CountDownLatch stopRequested = new CountDownLatch(1);

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
        this(components, instance, progress, onChange, clock, STOP_WITHIN);
    }

    Supervisor(
            Collection<Component> components,
            Instance instance,
            Progress progress,
            Consumer<Map<String, Status.Running>> onChange,
            Clock clock,
            Duration stopWithin) {
        this.components = DependencyOrder.of(components);
        this.instance = instance;
        this.progress = progress;
        this.onChange = onChange;
        this.clock = clock;
        this.stopWithin = stopWithin;
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
        components.forEach(component -> threads.execute(() -> keepRunning(component)));
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
                if (failed) {
                    return;
                }
                new LogFile(logOf(component)).rotate();
                startOnce(component);
            } finally {
                starting.release();
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private void startOnce(Component component) throws ComponentFailed, InterruptedException {
        var begin = clock.instant();
        progress.say(component.name(), "starting …");
        var process = launch(component);
        process.awaitHealthy();
        progress.say(
                component.name(),
                "healthy after "
                        + Progress.seconds(Duration.between(begin, clock.instant()))
                        + " s");
    }

    private SupervisedProcess launch(Component component)
            throws ComponentFailed, InterruptedException {
        var prepared =
                SupervisedProcess.prepare(
                        component, new LogFile(logOf(component)), instance.processes());
        synchronized (running) {
            // Under the lock that stop() takes: a process is either never started or among those it
            // stops.
            if (stopRequested.getCount() == 0) {
                throw new InterruptedException("The stack is being stopped.");
            }
            running.put(component.name(), prepared.start());
        }
        onChange.accept(status());
        return prepared;
    }

    private void keepRunning(Component component) {
        var deaths = new Deaths();
        try {
            while (true) {
                var process = running.get(component.name());
                if (process == null) {
                    return;
                }
                var code = process.awaitEnd();
                if (stopRequested.getCount() == 0) {
                    return;
                }
                if (!deaths.another(clock.instant())) {
                    progress.say(
                            component.name(),
                            "died "
                                    + Deaths.TOO_MANY
                                    + " times within a minute and stays down; see "
                                    + process.log());
                    return;
                }
                progress.say(
                        component.name(),
                        "died (exit code " + code + "), starting it again; see " + process.log());
                restart(component);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart(Component component) throws InterruptedException {
        if (stopRequested.await(BETWEEN_RESTARTS.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        try {
            startOnce(component);
        } catch (ComponentFailed failed) {
            progress.say(component.name(), failed.reason());
            var process = running.get(component.name());
            if (process != null) {
                // It may live and still be of no use; ended, it counts as dead once more.
                process.stop(stopWithin);
            }
        }
    }

    /**
     * Stops everything that runs, dependents first, and returns when nothing does; takes 12 s for
     * each step at most.
     */
    public void stop() {
        synchronized (running) {
            if (stopRequested.getCount() == 0) {
                return;
            }
            stopRequested.countDown();
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
                            .thenRunAsync(() -> stopOne(component), threads));
        }
        CompletableFuture.allOf(stopped.values().toArray(CompletableFuture[]::new)).join();
        threads.shutdownNow();
    }

    private void stopOne(Component component) {
        var process = running.remove(component.name());
        if (process == null) {
            return;
        }
        var begin = clock.instant();
        try {
            process.stop(stopWithin);
            progress.say(
                    component.name(),
                    "stopped after "
                            + Progress.seconds(Duration.between(begin, clock.instant()))
                            + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Status.Running> status() {
        var status = new TreeMap<String, Status.Running>();
        running.forEach((name, process) ->
                status.put(name, new Status.Running(process.pid(), process.log().toString())));
        return status;
    }

    private Path logOf(Component component) {
        return instance.logs().resolve(component.name() + ".log");
    }
}
