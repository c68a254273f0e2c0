package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.cabinet.CabinetView.LaneView;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does at a cabinet one thing after the other, without a plan. */
class HandsTest {

    private final CabinetBench bench;

    HandsTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
    }

    @Test
    void pullsTakesPutsBackAndCloses() {
        bench.line.forget();
        unlock();
        hands().pull();
        hands().take(units(1, 2, null));
        assertThat(lane(1).count()).isEqualTo(6);
        hands().put(units(1, null, null));
        assertThat(lane(1).count()).isEqualTo(7);
        bench.cabinet.close(1);

        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        bench.uptime.pass(3_000);
        var weighed = bench.line.last("weights").at("/lanes/0");
        assertThat(weighed.path("g").asDouble()).isCloseTo(7 * 355, within(20.0));
        assertThat(weighed.path("s").asInt()).isEqualTo(1);
    }

    @Test
    void misplacesGoodsOfAnotherLane() {
        open();
        hands().take(units(1, 1, null));
        hands().put(units(2, 1, 1));

        assertThat(lane(1).count()).isEqualTo(7);
        assertThat(lane(2).count()).isEqualTo(6);
        assertThat(lane(2).grams()).isCloseTo(5 * 100 + 355, within(10.0));
    }

    @Test
    void whatHandsDidOutlivesAReboot() {
        open();
        hands().take(units(1, 3, null));
        bench.reboot();

        assertThat(lane(1).count()).isEqualTo(5);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalStateException().isThrownBy(() -> hands().pull());
        assertThatIllegalStateException()
                .isThrownBy(() -> hands().take(units(1, 1, null)))
                .withMessage("door 1 is not open");
        open();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hands().take(units(1, 9, null)))
                .withMessage("lane 1 holds 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hands().put(units(3, 1, null)))
                .withMessage("no lane 3 behind door 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hands().put(units(1, 1, 7)))
                .withMessage("no lane 7");
        assertThatIllegalArgumentException().isThrownBy(() -> units(1, 0, null));
    }

    @Test
    void leavesTheDoorToAShopperWithAPlan() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        unlock();

        assertThatIllegalStateException()
                .isThrownBy(() -> hands().pull())
                .withMessage("somebody is at the door");
    }

    private Hands hands() {
        return bench.cabinet.hands(1);
    }

    private void open() {
        unlock();
        hands().pull();
    }

    private void unlock() {
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(100);
    }

    private LaneView lane(int number) {
        return bench.cabinet.view().doors().stream()
                .flatMap(door -> door.lanes().stream())
                .filter(lane -> lane.lane() == number)
                .findFirst()
                .orElseThrow();
    }

    private static Touching units(int lane, @Nullable Integer count, @Nullable Integer of) {
        return new Touching(lane, count, of);
    }
}
