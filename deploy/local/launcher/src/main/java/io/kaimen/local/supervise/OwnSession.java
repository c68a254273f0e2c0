package io.kaimen.local.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a program into a session of its own: Ctrl-C in the terminal then reaches the supervisor
 * alone.
 */
public final class OwnSession {

    private static final String PROGRAM = "setsid";

    private OwnSession() {}

    /**
     * The same command, in its own session where the system can do that; its process number stays
     * its own.
     */
    public static List<String> of(List<String> command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)))
                ? Stream.concat(Stream.of(PROGRAM), command.stream()).toList()
                : command;
    }
}
