package io.kaimen.testkit.architecture.broken;

import java.time.Instant;

public class OwnClock {

    public Instant time() {
        return Instant.now();
    }
}
