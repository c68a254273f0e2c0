package io.kaimen.local.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process of the stack.
 *
 * @param name unique; also names its log file
 * @param dependsOn names of components that must be healthy before it starts
 * @param launch tells how to start it
 * @param health whether it can be used
 * @param startWithin the time it has to become healthy
 */
public record Component(
        String name,
        Set<String> dependsOn,
        Launch launch,
        HealthCheck health,
        Duration startWithin) {

    /**
     * Prepares what a process needs and tells how to start it; called again when it is restarted.
     */
    @FunctionalInterface
    public interface Launch {
        /**
         * The command to run.
         *
         * @throws IOException when something it needs cannot be written
         */
        Command prepare() throws IOException, InterruptedException;
    }

    /**
     * A process to be started.
     *
     * @param line program and arguments
     * @param environment added to that of the supervisor
     * @param folder its working directory
     */
    public record Command(List<String> line, Map<String, String> environment, Path folder) {}
}
