package io.kaimen.local.instance;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the instance that a command is meant for. */
public final class RunningInstance {

    private RunningInstance() {}

    /** Nothing runs there; the message is for a person. */
    public static final class NotRunning extends Exception {
        private static final long serialVersionUID = 1L;

        private NotRunning(String message) {
            super(message);
        }
    }

    /**
     * The instance with this home, whose supervisor lives.
     *
     * @param home null for the checkout's own
     */
    public static Instance find(@Nullable Path home) throws NotRunning {
        // The script says where the checkout is.
        var root = Path.of(System.getProperty("kaimen.root", "")).toAbsolutePath();
        try {
            var instance =
                    Instance.existing(root, home == null ? root.resolve("deploy/run") : home);
            var supervisor = new StatusFile(instance.home()).read().map(Status::supervisor);
            if (supervisor.flatMap(ProcessHandle::of).isEmpty()) {
                throw new NotRunning("The stack in " + instance.home() + " is not running.");
            }
            return instance;
        } catch (IllegalStateException noneThere) {
            throw new NotRunning(String.valueOf(noneThere.getMessage()));
        }
    }
}
