package io.kaimen.sandbox;

import io.kaimen.sandbox.SandboxProperties.Mode;
import io.kaimen.sandbox.SandboxProperties.Notification;
import io.kaimen.sandbox.SandboxProperties.Payscore;
import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests of single classes. */
public final class SettingsFixtures {

    private SettingsFixtures() {}

    /** The defaults, but for what the tests turn. */
    public static SandboxProperties settings(Path home, int logsKept, Mode mode) {
        Payscore payscore =
                new Payscore(
                        mode,
                        50_000,
                        3,
                        Duration.ofHours(24),
                        Duration.ofMillis(300),
                        Duration.ofSeconds(10));
        Notification notification =
                new Notification(Duration.ofMillis(50), 1, Duration.ofSeconds(5));
        return new SandboxProperties(
                home.resolve("keys"), home.resolve("data"), logsKept, payscore, notification);
    }
}
