package io.kaimen.simulator.cabinet;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a cabinet finds when the power comes back, without having seen how it came.
 *
 * @param positions where the doors truly are; those not in it are as they were
 * @param visits how far the visits were that the power cut ended
 * @param waiting what shoppers will do at the next unlock
 */
record Found(
        Map<Integer, Door.Position> positions,
        Map<Integer, Visit.Progress> visits,
        Map<Integer, VisitPlan> waiting) {

    static final Found AS_IT_WAS = new Found(Map.of(), Map.of(), Map.of());

    /** Somebody shuts the open doors meanwhile. */
    Found shut() {
        var shut = new TreeMap<>(positions);
        shut.replaceAll((door, position) -> Door.Position.CLOSED);
        return new Found(shut, visits, waiting);
    }
}
