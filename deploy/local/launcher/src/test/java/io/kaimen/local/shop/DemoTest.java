package io.kaimen.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DemoTest {

    @SuppressWarnings("unused")
    static final java.util.List<Demo.Slot> SLOTS = Demo.SLOTS;

    @ParameterizedTest
    @FieldSource("SLOTS")
    void everyProductCanBeToldByItsWeight(Demo.Slot slot) {
        assertThat(slot.toleranceGrams()).isPositive().isLessThan(slot.unitGrams() / 2);
        assertThat(6 * Demo.UNIT_SIGMA).isLessThanOrEqualTo(slot.toleranceGrams());
    }

    @Test
    void noLaneIsBehindTwoDoors() {
        assertThat(Demo.SLOTS).extracting(Demo.Slot::lane).doesNotHaveDuplicates();
        assertThat(Demo.SLOTS).extracting(Demo.Slot::sku).doesNotHaveDuplicates();
        assertThat(Demo.doors()).containsExactly(1, 2);
    }
}
