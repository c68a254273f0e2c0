package io.kaimen.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.check.Verdict.Ruling;
import io.kaimen.local.check.Verdict.State;
import io.kaimen.local.check.rule.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Finding YOUNG = new Finding("device.outbox", "e1", "waits", true);
    private static final Finding WRONG = new Finding("device.outbox", "e2", "stayed", false);

    @Test
    void holdsWhenNothingIsFound() {
        var verdict = verdict();
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.atRest()).isTrue();
        assertThat(verdict.text()).contains("holds").contains("All 1 rules hold.");
    }

    @Test
    void holdsButIsNotAtRestWhileSomethingRuns() {
        var verdict = verdict(YOUNG);
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.atRest()).isFalse();
        assertThat(verdict.text()).contains("running").contains("device.outbox e1: waits");
    }

    @Test
    void doesNotHoldForOneThingWrongAndShowsThatOne() {
        var verdict = verdict(YOUNG, WRONG);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.rules().getFirst())
                .isEqualTo(
                        new Ruling(
                                "outbox-sent",
                                "every row was sent",
                                State.VIOLATED,
                                1,
                                1,
                                List.of(WRONG)));
        assertThat(verdict.text()).contains("VIOLATED").contains("1 of 1 rules do not hold.");
    }

    @Test
    void showsTenExamplesAndCountsTheRest() {
        var many =
                IntStream.range(0, 25)
                        .mapToObj(i -> new Finding("device.outbox", "e" + i, "stayed", false))
                        .toArray(Finding[]::new);
        var verdict = verdict(many);
        assertThat(verdict.rules().getFirst().examples()).hasSize(10);
        assertThat(verdict.rules().getFirst().violations()).isEqualTo(25);
        assertThat(verdict.text()).contains("… and 15 more");
    }

    private static Verdict verdict(Finding... findings) {
        return Verdict.of(
                1, 5, List.of(Ruling.of("outbox-sent", "every row was sent", List.of(findings))));
    }
}
