package io.kaimen.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.chaos.Schedule.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final List<Target> TARGETS = Target.all(new HashSet<>(Target.COMPONENTS));

    @Test
    void theSameSeedStrikesAlike() {
        assertThat(faults(7, 100)).isEqualTo(faults(7, 100)).isNotEqualTo(faults(8, 100));
    }

    @Test
    void everyTargetComesOnceBeforeAnyComesAgain() {
        assertThat(faults(3, TARGETS.size()))
                .extracting(Fault::target)
                .containsExactlyInAnyOrderElementsOf(TARGETS);
    }

    @Test
    void everyComponentIsKilledPausedAndRestarted() {
        assertThat(TARGETS)
                .extracting(Target::label)
                .contains(
                        "kill seata",
                        "pause seata",
                        "restart seata",
                        "kill database",
                        "empty redis")
                .doesNotHaveDuplicates();
    }

    @Test
    void processesAreStruckAtEveryStage() {
        assertThat(faults(3, 60))
                .filteredOn(fault -> fault.target() instanceof Target.Process)
                .extracting(Fault::stage)
                .contains(Stage.values());
    }

    @Test
    void whatOnlyHasAnEffectBeforeTheUnlockStrikesThere() {
        assertThat(faults(3, 200))
                .filteredOn(fault -> fault.target() instanceof Target.Cabinet)
                .extracting(Fault::stage)
                .containsOnly(Stage.CONFIRMED);
    }

    @Test
    void aComponentThatIsNotThereIsLeftOut() {
        assertThat(Target.all(Set.of("comm", "edge")))
                .filteredOn(Target.Process.class::isInstance)
                .extracting(Target::label)
                .containsExactlyInAnyOrder("kill comm", "pause comm", "restart comm");
    }

    private static List<Fault> faults(long seed, int count) {
        var schedule = new Schedule(TARGETS, seed);
        return Stream.generate(schedule::next).limit(count).toList();
    }
}
