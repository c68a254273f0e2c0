package io.kaimen.device.cabinet;

import io.kaimen.service.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * A cabinet's doors and the lanes behind each, in order.
 *
 * @param doors by number
 */
public record Layout(List<Door> doors) {

    /**
     * A door.
     *
     * @param door from 1
     * @param lanes numbers from 1, unique within the cabinet
     */
    public record Door(
            @Min(1) @Max(99) int door,
            @NotEmpty @Size(max = 99) List<@NotNull @Min(1) @Max(9999) Integer> lanes) {}

    /** Sorts doors and lanes, so that equal layouts are equal. */
    static Layout of(List<Door> doors) {
        Set<Integer> doorNumbers = new HashSet<>();
        Set<Integer> laneNumbers = new HashSet<>();
        for (Door door : doors) {
            if (!doorNumbers.add(door.door)) {
                throw new Contradictory("door " + door.door);
            }
            for (Integer lane : door.lanes) {
                if (!laneNumbers.add(lane)) {
                    throw new Contradictory("lane " + lane);
                }
            }
        }
        return new Layout(
                doors.stream()
                        .map(d -> new Door(d.door, d.lanes.stream().sorted().toList()))
                        .sorted(Comparator.comparingInt(Door::door))
                        .toList());
    }

    /** Lane numbers behind a door; empty for an unknown one. */
    public List<Integer> lanesOf(int door) {
        return doors.stream()
                .filter(d -> d.door == door)
                .findFirst()
                .map(Door::lanes)
                .orElse(List.of());
    }

    public boolean hasDoor(int door) {
        return doors.stream().anyMatch(d -> d.door == door);
    }

    public boolean hasLane(int lane) {
        return doors.stream().anyMatch(d -> d.lanes.contains(lane));
    }

    /**
     * The door in front of a lane.
     *
     * @throws java.util.NoSuchElementException for an unknown lane
     */
    public int doorOf(int lane) {
        return doors.stream().filter(d -> d.lanes.contains(lane)).findFirst().orElseThrow().door;
    }

    /** Door numbers in order. */
    public List<Integer> doorNumbers() {
        return doors.stream().map(Door::door).toList();
    }

    /** Something was named twice. */
    static class Contradictory extends Problem {

        private static final long serialVersionUID = 1;

        Contradictory(String what) {
            super(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "contradictory-layout",
                    "There is more than one " + what + ".");
        }
    }
}
