package io.kaimen.device.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountPosteriorTest {

    private final Thresholds thresholds = new Thresholds(5, 15);
    private final CountPosterior posterior = new CountPosterior(thresholds);

    /** Grams before, after, one unit's weight and tolerance, units in the lane, units counted. */
    @ParameterizedTest
    @CsvSource({
        "3300, 3300, 330, 8, 10,  0, 0.999, 1",
        "3300, 2970, 330, 8, 10,  1, 0.999, 1",
        "3300,    0, 330, 8, 10, 10, 0.999, 1",
        // at the edge of what a unit may be off it is likely, not certain
        "3300, 2961, 330, 8, 10,  1, 0.98, 0.999",
        "3300, 2957, 330, 8, 10,  1, 0.5, 0.8",
        // between two numbers of units nothing is
        "3300, 2805, 330, 8, 10,  1, 0, 0.001",
        "3300, 3630, 330, 8, 10,  0, 0, 0.001",
        // light units of uneven weight: the neighbours are nearly as likely
        " 200,  100,  10, 5, 20, 10, 0.3, 0.8",
    })
    void isAsSureAsTheWeightsAllow(
            double before,
            double after,
            double unit,
            double tolerance,
            int stock,
            int count,
            double least,
            double most) {
        assertThat(posterior.of(new LaneChange(1, before, after, unit, tolerance, stock), count))
                .isBetween(least, most);
    }

    @Test
    void allNumbersTogetherAreNeverMoreThanCertain() {
        var change = new LaneChange(1, 200, 104, 10, 4, 20);

        double all = IntStream.rangeClosed(0, 20).mapToDouble(n -> posterior.of(change, n)).sum();

        assertThat(all).isBetween(0.99, 1.0);
    }

    @Test
    void isANumberForAScaleWithoutNoise() {
        var exact = new CountPosterior(new Thresholds(0, 15));

        assertThat(exact.of(new LaneChange(1, 330, 0, 330, 0, 1), 1)).isBetween(0.999, 1.0);
        assertThat(exact.of(new LaneChange(1, 0, 0, 330, 0, 0), 0)).isBetween(0.99, 1.0);
    }

    /** Of baskets said to be 80 % sure, 80 % are right: products so uneven that counting errs. */
    @Test
    void isRightAsOftenAsItSays() {
        var random = new Random(7);
        var difference = new LaneDifference(thresholds);
        int runs = 20_000;
        double said = 0;
        int right = 0;
        for (int run = 0; run < runs; run++) {
            double unit = 20;
            double tolerance = 9;
            int stock = 8;
            int taken = random.nextInt(stock + 1);
            double sigma = Math.sqrt(25 / 9.0 + taken * 9.0);
            double lost = taken * unit + random.nextGaussian() * sigma;
            LaneTake take =
                    difference.explain(
                            new LaneChange(
                                    1, stock * unit, stock * unit - lost, unit, tolerance, stock));
            said += take.confidence();
            right += take.quantity() == taken ? 1 : 0;
        }

        assertThat(right / (double) runs).as("so uneven that counting errs").isLessThan(0.95);
        assertThat(said / runs).isCloseTo(right / (double) runs, within(0.02));
    }
}
