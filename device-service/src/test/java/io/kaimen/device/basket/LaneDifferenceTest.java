package io.kaimen.device.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kaimen.contracts.device.BasketSettled.Flag;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneDifferenceTest {

    private final LaneDifference difference = new LaneDifference(new Thresholds(5, 15));

    /** Grams before, after, one unit's weight and tolerance, units in the lane → units taken. */
    @ParameterizedTest
    @CsvSource({
        // exact multiples
        "3300, 3300,  330,  8, 10, 0",
        "3300, 2970,  330,  8, 10, 1",
        "3300, 2640,  330,  8, 10, 2",
        "3300,    0,  330,  8, 10, 10",
        // within the scale's noise
        "3300, 3296,  330,  8, 10, 0",
        "3300, 3304,  330,  8, 10, 0",
        "3300, 2966,  330,  8, 10, 1",
        // within the units' tolerance: heavier and lighter ones
        "3300, 2957,  330,  8, 10, 1",
        "3300, 2983,  330,  8, 10, 1",
        "3300, 2334,  330,  8, 10, 3",
        "3300, 2286,  330,  8, 10, 3",
        // light products: the noise does not swallow a unit
        " 200,  190,   10,  1, 20, 1",
        " 200,  198,   10,  1, 20, 0",
        " 200,  150,   10,  1, 20, 5",
        // heavy products
        "12300, 8200, 2050, 15, 6, 2",
        // a scale that drifted below zero with the last unit gone
        " 330,   -3,  330,  8, 1, 1",
    })
    void countsUnitsThatExplainTheDifference(
            double before, double after, double unit, double tolerance, int stock, int taken) {
        LaneTake take =
                difference.explain(new LaneChange(1, before, after, unit, tolerance, stock));
        assertThat(take.quantity()).isEqualTo(taken);
        assertThat(take.flags()).isEmpty();
    }

    /** … → units taken, the flag and its grams. */
    @ParameterizedTest
    @CsvSource({
        // gained: never a negative sale
        "3300, 3630, 330, 8, 10, 0, GAINED, 330",
        "3300, 3306, 330, 8, 10, 0, GAINED, 6",
        "   0,  120, 330, 8,  0, 0, GAINED, 120",
        // a small loss beyond whole units is shrinkage
        "3300, 3288, 330, 8, 10, 0, SHRINKAGE, 12",
        "3300, 2955, 330, 8, 10, 1, SHRINKAGE, 15",
        // no number of units explains it: only what is certain counts
        "3300, 3200, 330, 8, 10, 0, UNEXPLAINED, 100",
        "3300, 2800, 330, 8, 10, 1, UNEXPLAINED, 170",
        "3300, 2665, 330, 8, 10, 1, UNEXPLAINED, 305",
        "3300, 2984, 330, 8, 10, 0, UNEXPLAINED, 316",
        // the lane lost more than was in it
        " 660, -330, 330, 8,  2, 2, BEYOND_STOCK, 330",
        "   0, -330, 330, 8,  0, 0, BEYOND_STOCK, 330",
    })
    void flagsWhatUnitsDoNotExplain(
            double before,
            double after,
            double unit,
            double tolerance,
            int stock,
            int taken,
            Flag.Kind kind,
            double grams) {
        LaneTake take =
                difference.explain(new LaneChange(4, before, after, unit, tolerance, stock));
        assertThat(take.quantity()).isEqualTo(taken);
        assertThat(take.flags()).containsExactly(new Flag(4, kind, grams));
    }

    @Test
    void flagsBothWhatIsUnexplainedAndWhatIsBeyondStock() {
        LaneTake take = difference.explain(new LaneChange(1, 330, -480, 330, 8, 1));
        assertThat(take.quantity()).isEqualTo(1);
        assertThat(take.flags())
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.UNEXPLAINED, Flag.Kind.BEYOND_STOCK);
    }

    /** Something moved from one lane to the other is charged where it left, flagged where it is. */
    @Test
    void judgesEachLaneByItself() {
        LaneTake left = difference.explain(new LaneChange(1, 3300, 2970, 330, 8, 10));
        LaneTake reached = difference.explain(new LaneChange(2, 2500, 2830, 500, 10, 5));
        assertThat(left.quantity()).isEqualTo(1);
        assertThat(left.flags()).isEmpty();
        assertThat(reached.quantity()).isZero();
        assertThat(reached.flags()).containsExactly(new Flag(2, Flag.Kind.GAINED, 330));
    }

    /** Unit weights as made (a third of the tolerance as spread) on a noisy scale. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheTrueCountThroughNoise(long seed) {
        var random = new Random(seed);
        IntStream.range(0, 2_000)
                .forEach(n -> {
                    double unit = 100 + random.nextInt(900);
                    double tolerance = unit * 0.03;
                    int stock = 5 + random.nextInt(10);
                    int taken = random.nextInt(5);
                    double before = stock * unit + random.nextGaussian();
                    double lost = 0;
                    for (int i = 0; i < taken; i++) {
                        double off = random.nextGaussian() * tolerance / 3;
                        lost += unit + Math.clamp(off, -tolerance, tolerance);
                    }
                    double after = before - lost + random.nextGaussian();
                    LaneTake take =
                            difference.explain(
                                    new LaneChange(1, before, after, unit, tolerance, stock));
                    assertThat(take.quantity()).as("seed %d run %d", seed, n).isEqualTo(taken);
                    assertThat(take.flags()).as("seed %d run %d", seed, n).isEmpty();
                });
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneChange(1, Double.NaN, 0, 330, 8, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneChange(1, 0, Double.POSITIVE_INFINITY, 330, 8, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneChange(1, 0, 0, 0, 8, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneChange(1, 0, 0, 330, -1, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 330, 0", "329, 330, 1", "-400, 330, 0", "3310, 330, 10", "1e12, 1, 2147483647"})
    void countsTheUnitsOfAWeight(double grams, double unit, int count) {
        assertThat(Units.nearest(grams, unit).count()).isEqualTo(count);
    }
}
