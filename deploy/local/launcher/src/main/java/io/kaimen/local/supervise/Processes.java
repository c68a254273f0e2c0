package io.kaimen.local.supervise;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The running processes, one for each component. */
final class Processes {

    private final Instance instance;
    private final Progress progress;
    private final Consumer<Map<String, Status.Running>> onChange;
    private final Clock clock;
    private final Duration stopWithin;
    private final Map<String, SupervisedProcess> running = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Processes(
            Instance instance,
            Progress progress,
            Consumer<Map<String, Status.Running>> onChange,
            Clock clock,
            Duration stopWithin) {
        this.instance = instance;
        this.progress = progress;
        this.onChange = onChange;
        this.clock = clock;
        this.stopWithin = stopWithin;
    }

    /** Starts a process for the component and returns when it is healthy. */
    void start(Component component) throws ComponentFailed, InterruptedException {
        var begin = clock.instant();
        progress.say(component.name(), "starting …");
        var process = SupervisedProcess.prepare(component, log(component), instance.processes());
        synchronized (running) {
            // Under the lock that close() takes: a process is either never started or among those
            // to be stopped.
            if (isClosed()) {
                throw new InterruptedException("The stack is being stopped.");
            }
            running.put(component.name(), process.start());
        }
        onChange.accept(status());
        process.awaitHealthy();
        onChange.accept(status());
        progress.say(component.name(), "healthy after " + since(begin) + " s");
    }

    /** The component's latest process, which may have ended. */
    Optional<SupervisedProcess> latest(Component component) {
        return Optional.ofNullable(running.get(component.name()));
    }

    /** Ends the component's process, by force when it takes too long. */
    void stop(Component component) throws InterruptedException {
        var process = running.get(component.name());
        if (process != null) {
            process.stop(stopWithin);
        }
    }

    /** The same for the last time. */
    void stopForGood(Component component) {
        var begin = clock.instant();
        var process = running.remove(component.name());
        if (process == null) {
            return;
        }
        try {
            process.stop(stopWithin);
            progress.say(component.name(), "stopped after " + since(begin) + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    LogFile log(Component component) {
        return new LogFile(instance.logs().resolve(component.name() + ".log"));
    }

    /** From now on nothing is started; answers whether this is the first call. */
    boolean close() {
        synchronized (running) {
            var first = !isClosed();
            closed.countDown();
            return first;
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Waits; answers whether nothing is to be started any more. */
    boolean isClosedWithin(Duration time) throws InterruptedException {
        return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Map<String, Status.Running> status() {
        var status = new TreeMap<String, Status.Running>();
        running.forEach((name, process) ->
                status.put(
                        name,
                        new Status.Running(
                                process.pid(), process.log().toString(), process.isHealthy())));
        return status;
    }

    private String since(Instant begin) {
        return Progress.seconds(Duration.between(begin, clock.instant()));
    }
}
