package io.kaimen.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir private Path home;

    @Test
    void isHeldByOneAtATime() {
        var held = HomeLock.tryAcquire(home).orElseThrow();

        assertThat(HomeLock.tryAcquire(home)).isEmpty();
        held.release();
        assertThat(HomeLock.tryAcquire(home)).isPresent();
    }
}
