package io.kaimen.local;

import io.kaimen.local.instance.HomeLock;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Ports;
import io.kaimen.local.instance.Status;
import io.kaimen.local.instance.StatusFile;
import io.kaimen.local.supervise.Progress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code deploy/up}: starts the stack and keeps it running. */
public final class Up {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Up() {}

    /**
     * Ends with status 0 when the stack was stopped as asked or runs already, 1 when it failed, 2
     * for bad options.
     */
    public static void main(String[] arguments) throws Exception {
        var progress = new Progress(System.out);
        if (List.of(arguments).contains("--help")) {
            progress.say(Options.USAGE);
            return;
        }
        int status;
        try {
            status = up(Root.find(), progress, arguments);
        } catch (Options.Misused misused) {
            progress.say(misused.getMessage() + "\n\n" + Options.USAGE);
            status = MISUSED;
        }
        System.exit(status);
    }

    private static int up(Path root, Progress progress, String... arguments) throws Exception {
        var options = Options.parse(root, System.getenv(), arguments);
        var ports = ports(options);
        var lock = HomeLock.tryAcquire(options.home().toAbsolutePath().normalize());
        if (lock.isEmpty()) {
            progress.say(alreadyRunning(options.home()));
            return 0;
        }
        var instance = Instance.create(root, options.home(), ports);
        if (options.detach()) {
            lock.get().release();
            var again =
                    Arrays.stream(arguments)
                            .filter(argument -> !argument.equals("--detach"))
                            .toList();
            return new DetachedUp(instance, options.middlewareOnly(), progress).run(again);
        }
        return new ForegroundUp(instance, options, progress).run() ? 0 : FAILED;
    }

    private static Ports ports(Options options) throws Options.Misused {
        try {
            return Ports.of(options.portOffset(), options.ports());
        } catch (IllegalArgumentException e) {
            throw new Options.Misused(String.valueOf(e.getMessage()));
        }
    }

    private static String alreadyRunning(Path home) {
        var status = new StatusFile(home).read();
        var state =
                status.map(Status::ready).orElse(false)
                        ? "is already running"
                        : "is already being started or stopped";
        return status.map(known ->
                        "The stack in %s %s (process %d): %s"
                                .formatted(home, state, known.supervisor(), known.edgeUrl()))
                .orElse("The stack in " + home + " " + state + ".");
    }
}
