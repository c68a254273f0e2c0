package io.kaimen.simulator.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private final Scale scale = new Scale(1_000, new Random(1));

    @Test
    void readsItsLoadWithALittleNoise() {
        double[] readings =
                DoubleStream.generate(() -> scale.read(0).grams()).limit(2_000).toArray();
        double mean = DoubleStream.of(readings).average().orElseThrow();
        double rms =
                Math.sqrt(
                        DoubleStream.of(readings).map(r -> (r - mean) * (r - mean)).sum() / 2_000);
        assertThat(mean).isCloseTo(1_000, within(0.05));
        assertThat(rms).isBetween(0.25, 0.35);
        assertThat(scale.read(0).stable()).isTrue();
    }

    @Test
    void isUnstableWhileAHandIsInTheLaneAndRightAfterwards() {
        scale.change(5_000, 700, 600, 150);
        assertThat(scale.read(5_001).stable()).isFalse();
        assertThat(scale.read(5_599).stable()).isFalse();
        assertThat(scale.read(5_600).stable()).isTrue();
        assertThat(scale.read(5_600).grams()).isCloseTo(700, within(2.0));
    }

    @Test
    void followsAChangedLoadAndDoesNotJump() {
        scale.change(0, 0, 600, 0);
        assertThat(scale.read(10).grams()).isBetween(700.0, 900.0);
        assertThat(scale.read(300).grams()).isBetween(-3.0, 15.0);
    }

    @Test
    void ringsAfterASlamWithoutLosingWeight() {
        scale.disturb(0, 1_000, 40);
        double widest =
                DoubleStream.iterate(0, t -> t < 200, t -> t + 5)
                        .map(t -> Math.abs(scale.read((long) t).grams() - 1_000))
                        .max()
                        .orElseThrow();
        assertThat(widest).isGreaterThan(10);
        assertThat(scale.read(999).stable()).isFalse();
        assertThat(scale.read(1_000).stable()).isTrue();
        assertThat(scale.read(1_000).grams()).isCloseTo(1_000, within(2.0));
    }

    @Test
    void aWeakKnockDoesNotCalmAStrongOne() {
        scale.disturb(0, 1_000, 40);
        scale.disturb(100, 100, 1);
        assertThat(scale.read(500).stable()).isFalse();
    }
}
