package io.kaimen.local.supervise;

import java.util.Optional;

/** Asks a component whether it can be used. */
@FunctionalInterface
public interface HealthCheck {

    /**
     * What is wrong, or nothing when the component is healthy. Answers within a few seconds.
     *
     * @param pid the component's process
     */
    Optional<String> problem(long pid);
}
