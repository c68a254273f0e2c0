package io.kaimen.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of {@code deploy/} as a user would. */
final class Script {

    /** The repository: the nearest folder above with {@code deploy/up} in it. */
    static final Path ROOT = root();

    private Script() {}

    /**
     * What a script said.
     *
     * @param exitCode its own
     * @param out standard output
     * @param err standard error
     */
    record Result(int exitCode, String out, String err) {}

    /** Runs to the end; a script that takes longer than the limit is killed and fails the test. */
    static Result run(Duration limit, String script, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("deploy").resolve(script).toString()));
        command.addAll(List.of(arguments));
        return runIn(Path.of(""), limit, command, Map.of());
    }

    /** Runs any command in a folder, with more in its environment, within the same limit. */
    static Result runIn(
            Path folder, Duration limit, List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("script", ".out");
            Path err = Files.createTempFile("script", ".err");
            var builder =
                    new ProcessBuilder(command)
                            .directory(folder.toAbsolutePath().toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            var result = new Result(ended ? process.exitValue() : -1, read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            if (!ended) {
                throw new AssertionError(command + " did not end within " + limit + ": " + result);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/up"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside the repository");
            }
        }
        return folder;
    }
}
