package io.kaimen.local;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.StatusFile;
import io.kaimen.local.supervise.LogFile;
import io.kaimen.local.supervise.OwnSession;
import io.kaimen.local.supervise.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a supervisor in the background and shows what it says until the stack is ready. */
final class DetachedUp {

    private static final long BETWEEN_LOOKS_MS = 200;

    private final Instance instance;
    private final Progress progress;
    private final boolean middlewareOnly;
    private final Path log;
    private long shown;

    DetachedUp(Instance instance, boolean middlewareOnly, Progress progress) {
        this.instance = instance;
        this.middlewareOnly = middlewareOnly;
        this.progress = progress;
        this.log = instance.logs().resolve("up.log");
    }

    /** Returns 0 when the stack is ready, or how the supervisor ended before that. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        var supervisor = start(arguments);
        while (!supervisor.waitFor(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS)) {
            var ready = isReady(supervisor.pid());
            show();
            if (ready) {
                if (!middlewareOnly) {
                    OperatorLink.say(instance, progress);
                }
                progress.say(
                        "\n  It stays up in the background (process "
                                + supervisor.pid()
                                + "); its log is "
                                + log);
                return 0;
            }
        }
        show();
        return supervisor.exitValue();
    }

    private Process start(List<String> arguments) throws IOException {
        new LogFile(log).rotate();
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m"));
        line.add("-Dkaimen.root=" + instance.root());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Up.class.getName()));
        line.addAll(arguments);
        return new ProcessBuilder(OwnSession.of(line))
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile())
                .start();
    }

    private boolean isReady(long supervisor) {
        return new StatusFile(instance.home())
                .read()
                .filter(status -> status.ready() && status.supervisor() == supervisor)
                .isPresent();
    }

    private void show() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(bytes);
            var whole = new String(bytes, StandardCharsets.UTF_8);
            var end = whole.lastIndexOf('\n');
            if (end >= 0) {
                progress.say(whole.substring(0, end));
                shown += whole.substring(0, end + 1).getBytes(StandardCharsets.UTF_8).length;
            }
        }
    }
}
