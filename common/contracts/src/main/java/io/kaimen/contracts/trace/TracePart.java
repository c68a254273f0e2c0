package io.kaimen.contracts.trace;

import java.util.List;

/**
 * One service's part of an order's trace.
 *
 * @param moments in any order
 * @param lanes of the order's door; only device-service has any
 */
public record TracePart(List<TraceMoment> moments, List<TracedLane> lanes) {

    /** Of a service that weighs nothing. */
    public static TracePart of(List<TraceMoment> moments) {
        return new TracePart(moments, List.of());
    }
}
