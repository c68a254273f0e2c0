package io.kaimen.local.jobs;

import java.nio.file.Path;
import java.time.Clock;

/** Runs the triggers until the process is ended; its argument is a file for {@link Settings}. */
public final class JobsApplication {

    private JobsApplication() {}

    /** Starts them; the process ends when its port is taken. */
    public static void main(String[] args) throws Exception {
        var jobs = Jobs.start(Settings.read(Path.of(args[0])), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(jobs::close, "stop"));
    }
}
