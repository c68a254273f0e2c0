package io.kaimen.replenish.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.device.PlanogramChanged.Slot;
import io.kaimen.replenish.stock.LaneStock.Product;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneStockTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Slot COLA = new Slot(1, 1, "cola", "Cola", 10, 3);
    private static final Slot TEA = new Slot(1, 1, "tea", "Tea", 8, 2);

    private final LaneStock fresh = LaneStock.of("KM-1", COLA, 1);

    @Test
    void isNotLowBeforeAnybodyKnowsWhatIsInIt() {
        assertThat(fresh.units()).isZero();
        assertThat(fresh.isLow()).isFalse();
    }

    @Test
    void isLowAtTheThreshold() {
        LaneStock four = fresh.counted(4, NOON);

        assertThat(four.isLow()).isFalse();
        assertThat(four.moved(-1, NOON).isLow()).isTrue();
    }

    @Test
    void staysFlaggedOnceBelowZeroUntilItIsCounted() {
        LaneStock below = fresh.counted(1, NOON).moved(-2, NOON);

        assertThat(below.units()).isEqualTo(-1);
        assertThat(below.flagged()).isTrue();
        assertThat(below.moved(5, NOON).flagged()).isTrue();
        assertThat(below.counted(4, NOON).flagged()).isFalse();
    }

    @Test
    void keepsItsUnitsUnderANewPlanogramOfTheSameProduct() {
        LaneStock planned =
                fresh.counted(4, NOON).planned(new Slot(1, 1, "cola", "Cola 330", 12, 5), 2);

        assertThat(planned.units()).isEqualTo(4);
        assertThat(planned.isLow()).isTrue();
        assertThat(planned.parLevel()).isEqualTo(12);
    }

    @Test
    void startsUnknownWithAnotherProduct() {
        LaneStock swapped = fresh.counted(1, NOON).moved(-3, NOON).planned(TEA, 2);

        assertThat(swapped.units()).isZero();
        assertThat(swapped.flagged()).isFalse();
        assertThat(swapped.isLow()).isFalse();
        assertThat(swapped.sells("tea")).isTrue();
    }

    @Test
    void isNeverLowWhileNoPlanogramIsKnown() {
        LaneStock early = LaneStock.of("KM-1", 1, 1, new Product("cola", "Cola")).moved(-2, NOON);

        assertThat(early.flagged()).isTrue();
        assertThat(early.isLow()).isFalse();
        assertThat(early.planned(COLA, 1).isLow()).isTrue();
        assertThat(early.planned(COLA, 1).units()).isEqualTo(-2);
    }

    @Test
    void sellsNothingOnceVacated() {
        LaneStock vacated = fresh.counted(4, NOON).vacated(2);

        assertThat(vacated.sells("cola")).isFalse();
        assertThat(vacated.isLow()).isFalse();
        assertThat(vacated.units()).isZero();
    }
}
