package io.kaimen.local.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExecutorsTest {

    private final TestClock clock = new TestClock();
    private final Executors executors = new Executors(clock);

    @Test
    void takesTurns() {
        executors.register("device-executor", "a");
        executors.register("device-executor", "b");
        executors.register("device-executor", "c");

        var first = executors.inTurn("device-executor");
        var second = executors.inTurn("device-executor");
        var third = executors.inTurn("device-executor");

        assertThat(first).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(java.util.List.of(first.getFirst(), second.getFirst(), third.getFirst()))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void forgetsWhatNoLongerRegisters() {
        executors.register("device-executor", "a");
        clock.pass(Duration.ofSeconds(60));
        executors.register("device-executor", "b");
        clock.pass(Duration.ofSeconds(31));

        assertThat(executors.inTurn("device-executor")).containsExactly("b");
    }

    @Test
    void doesNotMixNames() {
        executors.register("order-executor", "a");

        assertThat(executors.inTurn("device-executor")).isEmpty();
    }

    @Test
    void knowsNothingOfWhatWasRemoved() {
        executors.register("order-executor", "a");
        executors.remove("order-executor", "a");

        assertThat(executors.inTurn("order-executor")).isEmpty();
    }
}
