package io.kaimen.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one supervisor of a home for as long as it lives; the system lets go of it however
 * the supervisor ends.
 */
public final class HomeLock {

    private final FileLock lock;

    private HomeLock(FileLock lock) {
        this.lock = lock;
    }

    /** The lock, or nothing while another process holds it. */
    public static Optional<HomeLock> tryAcquire(Path home) {
        try {
            Files.createDirectories(home);
            var channel =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new HomeLock(lock));
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + home + ".", e);
        }
    }

    /** Lets another supervisor have the home. */
    public void release() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
