package io.kaimen.local;

import io.kaimen.local.instance.HomeLock;
import io.kaimen.local.instance.StatusFile;
import io.kaimen.local.supervise.Orphans;
import io.kaimen.local.supervise.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** {@code deploy/down}: stops a running stack and waits until it is gone. */
public final class Down {

    private static final long STOP_WITHIN_SECONDS = 90;

    private Down() {}

    /** Ends with status 0 when nothing runs any more. */
    public static void main(String[] arguments) throws Exception {
        var progress = new Progress(System.out);
        var root = Root.find();
        var given = List.of(arguments);
        if (given.contains("--help")
                || !(given.isEmpty() || given.size() == 2 && given.getFirst().equals("--home"))) {
            progress.say(
                    "deploy/down [--home DIR]   stops the stack that deploy/up started there (default deploy/run)");
            System.exit(given.contains("--help") ? 0 : 2);
        }
        var home = given.isEmpty() ? root.resolve("deploy/run") : Path.of(given.getLast());
        System.exit(down(home.toAbsolutePath().normalize(), progress) ? 0 : 1);
    }

    private static boolean down(Path home, Progress progress)
            throws IOException, InterruptedException {
        var lock = HomeLock.tryAcquire(home);
        if (lock.isPresent()) {
            var orphans = new Orphans(home.resolve("processes")).stop();
            orphans.forEach(progress::say);
            if (orphans.isEmpty()) {
                progress.say("No stack is running in " + home + ".");
            }
            return true;
        }
        var supervisor =
                new StatusFile(home)
                        .read()
                        .flatMap(status -> ProcessHandle.of(status.supervisor()));
        if (supervisor.isEmpty()) {
            progress.say("The stack in " + home + " is only just being started; try again.");
            return false;
        }
        progress.say(
                "Stopping the stack in " + home + " (process " + supervisor.get().pid() + ") …");
        supervisor.get().destroy();
        return awaitEnd(supervisor.get(), progress);
    }

    private static boolean awaitEnd(ProcessHandle supervisor, Progress progress) {
        try {
            supervisor.onExit().orTimeout(STOP_WITHIN_SECONDS, TimeUnit.SECONDS).join();
            progress.say("Stopped after " + progress.elapsed() + " s.");
            return true;
        } catch (CompletionException tooLong) {
            progress.say(
                    "Process "
                            + supervisor.pid()
                            + " has not ended within "
                            + STOP_WITHIN_SECONDS
                            + " s.");
            return false;
        }
    }
}
