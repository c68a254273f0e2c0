package io.kaimen.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The build that runs this test. */
final class Build {

    /** Every Maven process is started through this. */
    private static final String MAVEN = "org.codehaus.plexus.classworlds";

    private Build() {}

    /**
     * The process that outlives all tests of the build: Maven, or this one when there is none, as
     * in an IDE.
     */
    static long pid() {
        var self = ProcessHandle.current();
        return Stream.iterate(
                        Optional.of(self),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(Build::isMaven)
                .findFirst()
                .orElse(self)
                .pid();
    }

    private static boolean isMaven(ProcessHandle process) {
        try {
            // Not from ProcessHandle: it leaves long command lines out.
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(MAVEN);
        } catch (IOException notOurs) {
            return false;
        }
    }
}
