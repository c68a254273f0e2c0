package io.kaimen.local.instance;

import java.util.Map;

/**
 * What {@code instance.json} says, for programs that use a running stack.
 *
 * @param ready everything asked for is healthy and the smoke purchase, if any, is done
 * @param supervisor process id of {@code deploy/up}
 * @param home the instance's folder
 * @param edgeUrl where the services are reached
 * @param ports by label
 * @param urls of what speaks HTTP, by component
 * @param administrator login name and password file of the first operator
 * @param components process id and log file, by component
 */
public record Status(
        boolean ready,
        long supervisor,
        String home,
        String edgeUrl,
        Map<String, Integer> ports,
        Map<String, String> urls,
        Map<String, String> administrator,
        Map<String, Running> components) {

    /**
     * A component's process.
     *
     * @param pid process id
     * @param log its log file
     * @param healthy whether it has answered for its health since it was started
     */
    public record Running(long pid, String log, boolean healthy) {}

    /** The same with the mark set or taken away. */
    public Status withReady(boolean value) {
        return new Status(value, supervisor, home, edgeUrl, ports, urls, administrator, components);
    }

    /** The same with other processes. */
    public Status withComponents(Map<String, Running> running) {
        return new Status(ready, supervisor, home, edgeUrl, ports, urls, administrator, running);
    }
}
