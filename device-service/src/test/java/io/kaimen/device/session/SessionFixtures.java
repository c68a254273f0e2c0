package io.kaimen.device.session;

import io.kaimen.contracts.Platform;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of order O-1 at one lane of cola, commanded at noon while the cabinet's boot was "a".
 */
final class SessionFixtures {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final Moment BEFORE = new Moment("a", 1000, NOON.minusSeconds(1));

    private SessionFixtures() {}

    static DoorSession session(
            DoorSessionState state, @Nullable Moment opened, @Nullable Moment closed) {
        return new DoorSession(
                "O-1",
                "shopper",
                Platform.WECHAT,
                new DoorSession.Place("SN", 1, "lobby", "north", "Grand Hotel"),
                1,
                "token",
                state,
                NOON,
                "c-1",
                NOON,
                List.of(new PricedLane(1, "cola", "Cola", null, 330, 8, 350)),
                List.of(new StableWeight(1, 3300, BEFORE)),
                opened,
                closed,
                null);
    }

    /** That many seconds after noon in boot "a". */
    static Moment at(int seconds) {
        return new Moment("a", 2000 + 1000L * seconds, NOON.plusSeconds(seconds));
    }
}
