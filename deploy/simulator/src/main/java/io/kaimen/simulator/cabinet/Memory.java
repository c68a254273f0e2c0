package io.kaimen.simulator.cabinet;

import java.util.List;
import java.util.Map;

/**
 * What a cabinet knows after a restart. Written to its file at every change that must not be lost.
 *
 * @param plan how it is built
 * @param boots how often it has started
 * @param sequence number of the last event of this boot
 * @param events not yet acknowledged, oldest first
 * @param obeyed ids of the last commands it obeyed
 * @param units grams of every unit, by lane
 * @param openDoors doors that stood open
 */
public record Memory(
        CabinetPlan plan,
        long boots,
        long sequence,
        List<KeptEvent> events,
        List<String> obeyed,
        Map<Integer, List<Double>> units,
        List<Integer> openDoors) {

    /** An event as it was made: it is sent so often as needed, always with these numbers. */
    public record KeptEvent(String boot, long sequence, Map<String, Object> payload) {}

    /** A cabinet that has never run. */
    public static Memory of(CabinetPlan plan) {
        return new Memory(plan, 0, 0, List.of(), List.of(), Map.of(), List.of());
    }

    /**
     * The same cabinet refilled or rebuilt: lanes are filled as the new plan says, doors are
     * closed, events are kept.
     */
    public static Memory rebuilt(Memory before, CabinetPlan plan) {
        return new Memory(
                plan, before.boots(), 0, before.events(), before.obeyed(), Map.of(), List.of());
    }
}
