package io.kaimen.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs behind {@code deploy/up} and {@code deploy/down}, started from their module's jar:
 * the scripts would first build what has changed.
 *
 * @param root of the checkout
 */
record Launcher(Path root) {

    private static final String TARGET = "deploy/local/launcher/target";

    /**
     * Runs one to its end.
     *
     * @throws IllegalStateException with all it said, when it fails
     */
    void run(String mainClass, List<String> arguments) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx96m"));
        line.addAll(List.of("-Dkaimen.root=" + root, "-cp", classPath(), mainClass));
        line.addAll(arguments);
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "The middleware for tests could not be started:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String classPath() throws IOException {
        var target = root.resolve(TARGET);
        var libraries = target.resolve("runtime-classpath");
        if (!Files.exists(libraries)) {
            throw new IllegalStateException(
                    "Build " + target + " and its siblings first: mvn -DskipTests package");
        }
        try (var files = Files.list(target)) {
            var jar =
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .findFirst()
                            .orElseThrow();
            return jar + File.pathSeparator + Files.readString(libraries).strip();
        }
    }
}
