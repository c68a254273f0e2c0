package io.kaimen.local.chaos;

import io.kaimen.local.check.source.RedisConnection;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Status;
import io.kaimen.local.instance.StatusFile;
import io.kaimen.local.shop.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The processes of a running stack, as {@code instance.json} names them. */
final class Components {

    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Instance instance;
    private final StatusFile status;

    Components(Instance instance) {
        this.instance = instance;
        status = new StatusFile(instance.home());
    }

    Set<String> names() {
        return running().keySet();
    }

    /**
     * Does it harm and returns when the component is healthy again.
     *
     * @param pauseSeconds how long it hangs when it is paused
     * @throws IllegalStateException when it does not come back
     */
    void strike(Target.Process target, int pauseSeconds) throws InterruptedException {
        long pid = process(target.component()).pid();
        switch (target.harm()) {
            case KILL -> signal("KILL", pid);
            case RESTART -> signal("TERM", pid);
            case PAUSE -> {
                signal("STOP", pid);
                try {
                    TimeUnit.SECONDS.sleep(pauseSeconds);
                } finally {
                    signal("CONT", pid);
                }
                return;
            }
        }
        awaitAnother(target.component(), pid);
    }

    /** Deletes all that Redis holds and returns when the services have built it up again. */
    void emptyRedis() throws InterruptedException {
        try (var redis = RedisConnection.open(instance)) {
            redis.call("FLUSHALL");
            var rebuilt =
                    Waiting.until(
                            BACK_WITHIN,
                            PAUSE,
                            () -> Optional.of(exists(redis)).filter(exists -> exists));
            if (rebuilt.isEmpty()) {
                throw new IllegalStateException("Nobody has built Redis up again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not answer.", e);
        }
    }

    /** Whether the mark is there that a rebuild ends with. */
    private static boolean exists(RedisConnection redis) {
        try {
            return redis.call("EXISTS", "kaimen:generation").equals(1L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnother(String component, long pid) throws InterruptedException {
        var back =
                Waiting.until(
                        BACK_WITHIN,
                        PAUSE,
                        () ->
                                Optional.of(process(component))
                                        .filter(process ->
                                                process.pid() != pid && process.healthy()));
        if (back.isEmpty()) {
            throw new IllegalStateException(
                    "%s did not come back within %d s; see its log."
                            .formatted(component, BACK_WITHIN.toSeconds()));
        }
    }

    private Status.Running process(String component) {
        var process = running().get(component);
        if (process == null) {
            throw new IllegalStateException("The stack has no component " + component + ".");
        }
        return process;
    }

    private Map<String, Status.Running> running() {
        return status.read().map(Status::components).orElse(Map.of());
    }

    private static void signal(String name, long pid) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a signal.", e);
        }
    }
}
