package io.kaimen.device.session;

import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The weights a closed door's basket is worked out from: stable, and newer than the close. */
@Component
class WeightsAfterClose {

    private final Shadows shadows;

    WeightsAfterClose(Shadows shadows) {
        this.shadows = shadows;
    }

    /** One for each lane of the baseline; nothing while a lane has none. */
    Optional<List<StableWeight>> of(DoorSession session) {
        Moment closed = session.closed();
        if (closed == null) {
            return Optional.empty();
        }
        CabinetShadow shadow = shadows.of(session.sn());
        Instant heard = heardOf(closed.boot(), session);
        return shadow.weights(session.baseline().stream().map(StableWeight::lane).toList())
                .filter(weights -> weights.stream().allMatch(w -> isAfter(w.at(), closed, heard)));
    }

    /**
     * Whether a reading was taken after a close. The cabinet may have kept the close across a
     * reboot and sent it after the first readings of the new boot. A reading is always sent at
     * once, so one of another boot that came when the close's boot had been heard of is of a newer
     * boot.
     */
    private static boolean isAfter(Moment reading, Moment closed, Instant closedBootHeard) {
        return reading.boot().equals(closed.boot())
                ? reading.isAfter(closed)
                : reading.receivedAt().isAfter(closedBootHeard);
    }

    /** The first that came of a boot, as far as the session knows. */
    private static Instant heardOf(String boot, DoorSession session) {
        return Stream.concat(
                        session.baseline().stream().map(StableWeight::at),
                        Stream.of(session.opened(), session.closed()))
                .filter(Objects::nonNull)
                .filter(moment -> moment.boot().equals(boot))
                .map(Moment::receivedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
