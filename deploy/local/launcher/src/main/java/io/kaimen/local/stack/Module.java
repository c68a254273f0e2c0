package io.kaimen.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Maven module that is a program.
 *
 * @param root of the repository
 * @param path of the module below it
 * @param mainClass what to start
 */
record Module(Path root, String path, String mainClass) {

    private static final String OWN_ARTIFACTS = "/io/kaimen/";

    /** Whether it was packaged. */
    boolean isBuilt() {
        return jar().isPresent() && Files.exists(classPathFile());
    }

    /**
     * Its class path. What this repository builds is copied to the folder: a build that goes on
     * while the program runs must not change its classes.
     */
    List<Path> classPath(Path copies) {
        try {
            Files.createDirectories(copies);
            var classPath = new ArrayList<Path>();
            classPath.add(copy(jar().orElseThrow(), copies));
            for (var entry : Files.readString(classPathFile()).strip().split(":")) {
                var path = Path.of(entry);
                classPath.add(
                        path.startsWith(root) || entry.contains(OWN_ARTIFACTS)
                                ? copy(path, copies)
                                : path);
            }
            return classPath;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot copy the program " + path + " to " + copies + ".", e);
        }
    }

    private static Path copy(Path jar, Path folder) throws IOException {
        var copy = folder.resolve(jar.getFileName());
        Files.copy(
                jar, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return copy;
    }

    private Path classPathFile() {
        return target().resolve("runtime-classpath");
    }

    private Optional<Path> jar() {
        try (var files = Files.list(target())) {
            return files.filter(file ->
                            file.getFileName()
                                    .toString()
                                    .matches(".+(?<!-tests|-sources|-javadoc)\\.jar"))
                    .findFirst();
        } catch (IOException noTarget) {
            return Optional.empty();
        }
    }

    private Path target() {
        return root.resolve(path).resolve("target");
    }
}
