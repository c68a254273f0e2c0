package io.kaimen.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of this checkout. */
final class Root {

    private static final String MARK = "deploy/up";

    private Root() {}

    /**
     * As the scripts say in the system property {@code kaimen.root}, else the first above the
     * working directory.
     */
    static Path find() {
        var told = System.getProperty("kaimen.root");
        if (told != null) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        return Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(MARK)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "This is not inside a checkout with " + MARK + "."));
    }
}
