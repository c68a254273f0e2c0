package io.kaimen.device.session;

import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import java.util.List;
import java.util.Optional;
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
        return shadow.weights(session.baseline().stream().map(StableWeight::lane).toList())
                .filter(weights -> weights.stream().allMatch(w -> w.at().isAfter(closed)));
    }
}
