package io.kaimen.local.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends the recordings of programs that run, one after the other: each takes seconds of a processor.
 */
public final class RecordStartupCaches {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path home;
    private final Consumer<String> say;

    /**
     * @param home of the instance
     * @param say takes a line for a person
     */
    public RecordStartupCaches(Path home, Consumer<String> say) {
        this.home = home;
        this.say = say;
    }

    /**
     * Returns when all are kept. A program that ends meanwhile keeps none, and records at its next
     * start.
     *
     * @param processes process ids by component
     */
    public void of(Map<String, Long> processes) throws InterruptedException {
        int kept = 0;
        long bytes = 0;
        for (var process : processes.entrySet()) {
            var cache = new StartupCache(home, process.getKey());
            if (cache.isRecording() && ended(process.getValue())) {
                try {
                    cache.keep();
                    bytes += cache.size();
                    kept++;
                } catch (IOException notWritten) {
                    say.accept(
                            "No start-up cache for %s: %s".formatted(process.getKey(), notWritten));
                }
            }
        }
        if (kept > 0) {
            say.accept(
                    "Start-up caches of %d programs are kept (%d MiB in %s): the next start takes less."
                            .formatted(kept, bytes >> 20, StartupCache.folder(home)));
        }
    }

    private static boolean ended(long pid) throws InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var process =
                    new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "AOT.end_recording")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException noJcmd) {
            return false;
        }
    }
}
