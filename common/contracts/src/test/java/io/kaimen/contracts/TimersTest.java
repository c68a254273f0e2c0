package io.kaimen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.device.Cadence;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The timers only work together: each fact here is a promise one of them makes to another. */
class TimersTest {

    private final Timers timers = Timers.DEFAULTS;

    @Test
    void theLastDoorQueryComesAfterNothingCanOpenTheDoorAnyMore() {
        assertThat(timers.doorQueries().getLast())
                .isGreaterThan(timers.openCommandExpiry().plus(timers.unlockWindow()));
    }

    @Test
    void doorQueriesAreFiveAndRise() {
        assertThat(timers.doorQueries()).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anOpenCommandMayBeGivenAgainWithinItsLife() {
        assertThat(timers.doorQueries().getFirst().multipliedBy(2))
                .isLessThan(timers.openCommandExpiry());
    }

    @Test
    void theDoorLockOutlivesAnAuthorisationThatComesAtTheLastMoment() {
        assertThat(timers.doorLockLease())
                .isGreaterThan(timers.authorise().plus(timers.doorQueries().getLast()));
    }

    @Test
    void silenceIsTwoMissedHeartbeats() {
        assertThat(timers.silent()).isEqualTo(timers.heartbeat().multipliedBy(2));
    }

    @Test
    void theCabinetKeepsTheFastCadenceWhileWeightsOfTheCloseAreAwaited() {
        Duration fast = Duration.ofMillis(Cadence.DEFAULT.afterCloseMillis());
        assertThat(fast).isGreaterThan(timers.postCloseWeightsLook().multipliedBy(3));
        assertThat(timers.postCloseWeights()).isGreaterThan(fast);
    }

    @Test
    void theCadencePushedToCabinetsIsTheOneWeJudgeThemBy() {
        assertThat(Duration.ofMillis(Cadence.DEFAULT.heartbeatMillis()))
                .isEqualTo(timers.heartbeat());
        assertThat(Duration.ofMillis(Cadence.DEFAULT.unlockWindowMillis()))
                .isEqualTo(timers.unlockWindow());
    }

    @Test
    void theDoorLeftOpenAlarmsComeBeforeTheOrderIsAbnormal() {
        assertThat(timers.doorLeftOpenAlarms()).isSorted();
        assertThat(timers.doorLeftOpenAlarms().getLast()).isLessThan(timers.abnormal());
    }
}
