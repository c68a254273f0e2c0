package io.kaimen.simulator.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.cabinet.CabinetPlan.LanePlan;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final long LATER = 1_000_000;

    private final Random random = new Random(3);
    private final LanePlan plan = new LanePlan(1, "COLA", 350, 2, 10);
    private final Lane lane = new Lane(plan, Lane.draw(plan, random), random);

    @Test
    void weighsWhatLiesInIt() {
        Lane.Reading reading = lane.read(LATER);
        assertThat(reading.stable()).isTrue();
        assertThat(reading.grams()).isCloseTo(lane.trueGrams(), within(6 * Lane.NOISE_GRAMS));
    }

    @Test
    void aTakeLowersTheWeightByUnits() {
        double before = lane.trueGrams();
        lane.take(2, LATER);
        assertThat(before - lane.trueGrams()).isCloseTo(700, within(20.0));
    }

    @Test
    void isUnstableUntilATouchHasSettled() {
        lane.take(1, LATER);
        assertThat(lane.read(LATER + Lane.TOUCH_SETTLES_MILLIS - 1).stable()).isFalse();
        assertThat(lane.read(LATER + Lane.TOUCH_SETTLES_MILLIS).stable()).isTrue();
    }

    @Test
    void aSlamRingsItself() {
        lane.slam(LATER);
        assertThat(lane.read(LATER + 100).stable()).isFalse();
        assertThat(lane.read(LATER + Lane.SLAM_SETTLES_MILLIS).stable()).isTrue();
    }
}
