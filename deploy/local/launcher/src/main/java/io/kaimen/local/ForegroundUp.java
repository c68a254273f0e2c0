package io.kaimen.local;

import io.kaimen.local.buy.SmokePurchase;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.PortOwners;
import io.kaimen.local.instance.Status;
import io.kaimen.local.instance.StatusFile;
import io.kaimen.local.shop.ShopFailed;
import io.kaimen.local.stack.Stack;
import io.kaimen.local.startup.Memory;
import io.kaimen.local.startup.RecordStartupCaches;
import io.kaimen.local.startup.StartupCache;
import io.kaimen.local.supervise.ComponentFailed;
import io.kaimen.local.supervise.LogFile;
import io.kaimen.local.supervise.Orphans;
import io.kaimen.local.supervise.Progress;
import io.kaimen.local.supervise.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Runs the stack as long as this process lives; whoever calls holds the lock of its home. */
final class ForegroundUp {

    private static final int LOG_LINES = 20;

    private final Instance instance;
    private final Options options;
    private final Progress progress;
    private final StatusFile statusFile;
    private Status status;
    private volatile int exitCode;

    ForegroundUp(Instance instance, Options options, Progress progress) {
        this.instance = instance;
        this.options = options;
        this.progress = progress;
        this.statusFile = new StatusFile(instance.home());
        this.status = Summary.initialStatus(instance, options.middlewareOnly());
    }

    /**
     * Returns when the stack has failed or its owner is gone; a signal ends the process instead.
     */
    boolean run() throws IOException, InterruptedException {
        for (var line : new Orphans(instance.processes()).stop()) {
            progress.say(line);
        }
        StartupCache.record(instance.home(), options.recordStartup());
        var stack = new Stack(instance, options.middlewareOnly(), options.topicPrefixes());
        if (!canStart(stack)) {
            return false;
        }
        write(status);
        var supervisor =
                new Supervisor(
                        stack.components(),
                        instance,
                        progress,
                        this::componentsChanged,
                        Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop"));
        try {
            supervisor.start();
            smoke();
        } catch (ComponentFailed failed) {
            explain(failed);
            return failed();
        } catch (ShopFailed failed) {
            progress.say("\n" + failed.getMessage());
            progress.say("Logs: " + instance.logs());
            return failed();
        }
        progress.say(
                Summary.of(instance, options.middlewareOnly(), progress.elapsed(), together()));
        // Only now: who waits for it in another process reads no further.
        write(status.withReady(true));
        if (!options.middlewareOnly()) {
            OperatorLink.say(instance, progress);
        }
        if (options.recordStartup()) {
            Thread.ofVirtual().start(this::recordStartupCaches);
        }
        awaitNobodyNeedsIt();
        return true;
    }

    /** What all of it takes of the memory, for a person. */
    private String together() {
        var processes =
                Stream.concat(
                        status.components().values().stream().map(Status.Running::pid),
                        Stream.of(ProcessHandle.current().pid()));
        var bytes = Memory.of(processes.toList());
        return bytes.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %d processes take %.1f GiB",
                        status.components().size() + 1,
                        bytes.getAsLong() / (double) (1L << 30));
    }

    private void recordStartupCaches() {
        var processes = new TreeMap<String, Long>();
        status.components().forEach((name, running) -> processes.put(name, running.pid()));
        try {
            new RecordStartupCaches(instance.home(), progress::say).of(processes);
            StartupCache.record(instance.home(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean canStart(Stack stack) {
        var missing = stack.missingModules();
        if (!missing.isEmpty()) {
            progress.say(
                    "Not built yet: %s.%nBuild with: mvn -q -DskipTests package"
                            .formatted(String.join(", ", missing)));
            return false;
        }
        var owners = new PortOwners();
        var taken =
                stack.ports().entrySet().stream()
                        .filter(port -> !PortOwners.isFree(port.getValue()))
                        .map(port ->
                                "Port %d, wanted by %s, is in use by %s."
                                        .formatted(
                                                port.getValue(),
                                                port.getKey(),
                                                owners.describe(port.getValue())))
                        .toList();
        if (!taken.isEmpty()) {
            taken.forEach(progress::say);
            progress.say("Move one port with --port NAME=N or all with --port-offset N.");
            return false;
        }
        return true;
    }

    private void smoke() throws InterruptedException {
        if (options.smoke() && !options.middlewareOnly()) {
            progress.say(
                    "\n%6s  Everything is healthy; making a purchase."
                            .formatted(progress.elapsed()));
            SmokePurchase.run(instance);
        }
    }

    private void explain(ComponentFailed failed) {
        progress.say("\n" + failed.getMessage());
        var log = failed.log();
        if (log != null) {
            progress.say("Last lines of " + log + ":");
            new LogFile(log).lastLines(LOG_LINES).forEach(line -> progress.say("  | " + line));
        }
    }

    private boolean failed() {
        exitCode = 1;
        return false;
    }

    private void awaitNobodyNeedsIt() throws InterruptedException {
        var owners = new Owners(instance.home(), options.ownerPid());
        if (!owners.any()) {
            new CountDownLatch(1).await();
        }
        do {
            write(status.withReady(true));
            owners.awaitNone();
            write(status.withReady(false));
            // Asked again: one may have joined while it could still read that the stack is ready.
        } while (owners.alive().isPresent());
        progress.say("No process that this stack was started for is left.");
    }

    private void stop(Supervisor supervisor) {
        progress.say("\nStopping …");
        write(status.withReady(false));
        supervisor.stop();
        write(status.withComponents(Map.of()));
        progress.say("Stopped.");
        // Whatever signal led here, the stack was stopped as asked.
        Runtime.getRuntime().halt(exitCode);
    }

    private synchronized void componentsChanged(Map<String, Status.Running> running) {
        write(status.withComponents(running));
    }

    private synchronized void write(Status next) {
        status = next;
        statusFile.write(next);
    }
}
