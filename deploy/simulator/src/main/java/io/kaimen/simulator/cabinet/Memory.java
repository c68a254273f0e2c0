package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Messages.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What survives a cabinet's reboot: how often it booted, the events the server has not
 * acknowledged, the commands it obeyed; and what is no memory but matter: the goods in its lanes
 * and the doors that stand open.
 */
public final class Memory {

    private static final int OBEYED_REMEMBERED = 64;

    /** As it is kept in a file. */
    record Kept(
            CabinetDefinition definition,
            long boots,
            List<Event> unacknowledged,
            List<String> obeyed,
            Map<Integer, List<Double>> unitsByLane,
            Map<Integer, Door.Position> positions) {

        Kept {
            if (definition == null
                    || unacknowledged == null
                    || obeyed == null
                    || unitsByLane == null
                    || positions == null) {
                throw new IllegalArgumentException("incomplete");
            }
        }
    }

    private final CabinetFile file;
    private final CabinetDefinition definition;
    private final List<Event> unacknowledged;
    private final Set<String> obeyed;
    private final Map<Integer, List<Double>> unitsByLane;
    private final Map<Integer, Door.Position> positions = new TreeMap<>();
    private long boots;

    private Memory(CabinetFile file, CabinetDefinition definition, @Nullable Kept before) {
        this.file = file;
        this.definition = definition;
        this.boots = before == null ? 0 : before.boots();
        this.unacknowledged = new ArrayList<>(before == null ? List.of() : before.unacknowledged());
        this.obeyed = new LinkedHashSet<>(before == null ? List.of() : before.obeyed());
        this.unitsByLane = new TreeMap<>();
    }

    /** A cabinet built new under this serial number; what it still has to say is kept. */
    static Memory of(CabinetFile file, CabinetDefinition definition) {
        return new Memory(file, definition, file.read());
    }

    /** A cabinet as it was when the power went. */
    static Memory of(CabinetFile file, Kept before) {
        var memory = new Memory(file, before.definition(), before);
        memory.unitsByLane.putAll(before.unitsByLane());
        memory.positions.putAll(before.positions());
        return memory;
    }

    CabinetDefinition definition() {
        return definition;
    }

    /** Counts a boot. */
    long boot() {
        boots++;
        save();
        return boots;
    }

    /** The units a lane held when the power went; null when it was never filled. */
    @Nullable List<Double> units(int lane) {
        return unitsByLane.get(lane);
    }

    void keepUnits(int lane, List<Double> units) {
        unitsByLane.put(lane, units);
        save();
    }

    /** Where a door was when the power went. */
    Door.Position position(int door) {
        return positions.getOrDefault(door, Door.Position.CLOSED);
    }

    void keepPosition(int door, Door.Position position) {
        positions.put(door, position);
        save();
    }

    /** Oldest first. */
    List<Event> unacknowledged() {
        return List.copyOf(unacknowledged);
    }

    void keepEvent(Event event) {
        unacknowledged.add(event);
        save();
    }

    void forgetEvent(Event event) {
        unacknowledged.remove(event);
        save();
    }

    boolean obeyed(String command) {
        return obeyed.contains(command);
    }

    /** Before it is obeyed: a power cut in between must not make it happen twice. */
    void keepObeyed(String command) {
        obeyed.add(command);
        if (obeyed.size() > OBEYED_REMEMBERED) {
            obeyed.remove(obeyed.iterator().next());
        }
        save();
    }

    private void save() {
        file.write(
                new Kept(
                        definition,
                        boots,
                        List.copyOf(unacknowledged),
                        List.copyOf(obeyed),
                        Map.copyOf(unitsByLane),
                        Map.copyOf(positions)));
    }
}
