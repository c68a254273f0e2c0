package io.kaimen.simulator.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.fault.Faults;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final CabinetDefinition.Lane COLA =
            new CabinetDefinition.Lane(1, "COLA-330", 355, 2.0, 8);

    private static final ScaleFaults SOUND = new ScaleFaults(new Faults(() -> 0), new Random(1));

    @Test
    void isFilledWithUnitsThatAllWeighALittleDifferent() {
        List<Double> units = Lane.filled(COLA, new Random(7));
        assertThat(units).hasSize(8).doesNotHaveDuplicates().allMatch(g -> g > 345 && g < 365);
        assertThat(Lane.filled(COLA, new Random(7))).as("the same for a seed").isEqualTo(units);
    }

    @Test
    void getsLighterByWhatIsTaken() {
        var lane = new Lane(COLA, List.of(350.0, 355.0, 360.0), new Random(1), SOUND);
        assertThat(lane.take(0, 2)).isEqualTo(2);
        assertThat(lane.count()).isEqualTo(1);
        assertThat(lane.grams()).isEqualTo(350);
        assertThat(lane.read(10).stable()).isFalse();
        assertThat(lane.read(2_000).stable()).isTrue();
        assertThat(lane.read(2_000).grams()).isCloseTo(350, within(2.0));
    }

    @Test
    void givesNoMoreThanItHolds() {
        var lane = new Lane(COLA, List.of(350.0), new Random(1), SOUND);
        assertThat(lane.take(0, 3)).isEqualTo(1);
        assertThat(lane.grams()).isZero();
    }

    @Test
    void getsHeavierByWhatIsPutIn() {
        var lane = new Lane(COLA, List.of(), new Random(1), SOUND);
        lane.put(0, 4);
        assertThat(lane.count()).isEqualTo(4);
        assertThat(lane.grams()).isCloseTo(4 * 355, within(20.0));
    }
}
