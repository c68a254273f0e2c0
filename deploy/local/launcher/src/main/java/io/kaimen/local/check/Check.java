package io.kaimen.local.check;

import io.kaimen.local.check.source.Unreachable;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Status;
import io.kaimen.local.instance.StatusFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code deploy/check}: whether the data of a running stack fit together. */
public final class Check {

    private static final int VIOLATED = 1;
    private static final int MISUSED = 2;
    private static final int NOT_RUNNING = 4;
    private static final int BROKEN = 5;

    private Check() {}

    /** Ends with the codes that {@link CheckOptions#USAGE} lists. */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(CheckOptions.USAGE);
            return;
        }
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws InterruptedException {
        try {
            return check(CheckOptions.parse(arguments));
        } catch (CheckOptions.Misused misused) {
            System.err.println(misused.getMessage() + "\n\n" + CheckOptions.USAGE);
            return MISUSED;
        } catch (NoInstance none) {
            System.err.println(none.getMessage());
            return NOT_RUNNING;
        } catch (Unreachable unreachable) {
            System.err.println(unreachable.getMessage() + " Is the stack running?");
            return NOT_RUNNING;
        } catch (RuntimeException broken) {
            // Not 1: nothing is known of the data.
            broken.printStackTrace();
            return BROKEN;
        }
    }

    private static int check(CheckOptions wanted) throws InterruptedException, NoInstance {
        var verdict = new Looks(instance(wanted), Clock.systemUTC()).until(wanted.settleFor());
        System.out.println(
                wanted.json()
                        ? JsonMapper.builder().build().writeValueAsString(verdict)
                        : verdict.text());
        return verdict.holds() ? 0 : VIOLATED;
    }

    private static Instance instance(CheckOptions wanted) throws NoInstance {
        // The script says where the checkout is.
        var root = Path.of(System.getProperty("kaimen.root", "")).toAbsolutePath();
        var home = wanted.home() == null ? root.resolve("deploy/run") : wanted.home();
        try {
            var instance = Instance.existing(root, home);
            var supervisor = new StatusFile(instance.home()).read().map(Status::supervisor);
            if (supervisor.flatMap(ProcessHandle::of).isEmpty()) {
                throw new NoInstance("The stack in " + instance.home() + " is not running.");
            }
            return instance;
        } catch (IllegalStateException noneThere) {
            throw new NoInstance(String.valueOf(noneThere.getMessage()));
        }
    }

    private static final class NoInstance extends Exception {
        private static final long serialVersionUID = 1L;

        NoInstance(String message) {
            super(message);
        }
    }
}
