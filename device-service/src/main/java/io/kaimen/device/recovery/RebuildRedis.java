package io.kaimen.device.recovery;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills an empty Redis from the database; of several instances one does. */
@Component
class RebuildRedis {

    private static final Logger log = LoggerFactory.getLogger(RebuildRedis.class);

    private final Generation generation;
    private final List<RebuildStep> steps;

    /**
     * @param steps in their order
     */
    RebuildRedis(Generation generation, List<RebuildStep> steps) {
        this.generation = generation;
        this.steps = List.copyOf(steps);
    }

    /**
     * Has no effect while nothing is lost, or another instance is at it.
     *
     * @throws Rebuilding.RebuildLost when it has to be begun anew
     */
    void unlessThere() {
        if (generation.isReady()) {
            return;
        }
        Optional<String> begun = generation.begin();
        if (begun.isEmpty()) {
            return;
        }
        log.warn("ALERT Redis is empty: no door opens until it is rebuilt");
        try {
            rebuild(begun.get());
        } catch (RuntimeException e) {
            generation.abandon(begun.get());
            throw e;
        }
        log.warn("Redis is rebuilt, doors open again");
    }

    private void rebuild(String begun) {
        var rebuilding = new Rebuilding(generation, begun);
        for (RebuildStep step : steps) {
            step.rebuild(rebuilding);
            rebuilding.goesOn();
        }
        if (!generation.finish(begun)) {
            throw new Rebuilding.RebuildLost();
        }
    }
}
