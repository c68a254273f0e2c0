package io.kaimen.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneContentsTest {

    private static final Map<Integer, Integer> CONTENTS = Map.of(1, 3, 2, 20, 3, 25);

    @Test
    void takesOneEachOfTwoLanesWhenNotTold() {
        assertThat(LaneContents.takes("DEMO-1", 2, null, List.of(4, 5, 6)))
                .containsExactly(new Take(4, 1), new Take(5, 1));
    }

    @Test
    void refusesALaneThatIsBehindNoSuchDoor() {
        var wanted = List.of(new Take(9, 1));

        assertThatExceptionOfType(ShopFailed.class)
                .isThrownBy(() -> LaneContents.takes("DEMO-1", 1, wanted, List.of(1, 2, 3)))
                .withMessage("Door 1 of DEMO-1 has lanes 1, 2, 3; there is no lane 9.")
                .satisfies(failed -> assertThat(failed.exitCode()).isEqualTo(2));
    }

    @Test
    void fillsALaneOnlyWhenItHoldsTooLittle() {
        assertThat(LaneContents.refilled(CONTENTS, List.of(new Take(1, 3), new Take(2, 20))))
                .isEqualTo(CONTENTS);
        assertThat(LaneContents.refilled(CONTENTS, List.of(new Take(1, 4))))
                .isEqualTo(Map.of(1, 20, 2, 20, 3, 25));
    }

    @Test
    void refusesMoreThanALaneCanHold() {
        assertThat(LaneContents.refilled(CONTENTS, List.of(new Take(3, 25)))).isEqualTo(CONTENTS);
        assertThatExceptionOfType(ShopFailed.class)
                .isThrownBy(() -> LaneContents.refilled(CONTENTS, List.of(new Take(3, 26))))
                .withMessageContaining("Lane 3 holds 25")
                .satisfies(failed -> assertThat(failed.exitCode()).isEqualTo(2));
        assertThatExceptionOfType(ShopFailed.class)
                .isThrownBy(() -> LaneContents.refilled(CONTENTS, List.of(new Take(1, 21))));
    }

    @ParameterizedTest
    @CsvSource({"1065, true", "1070, true", "710, false", "1420, false", ", false"})
    void believesScalesThatShowWhatIsInside(String grams, boolean believed) throws Exception {
        var cabinet =
                Http.JSON.readTree(
                        """
                        {"doors":[{"door":1,"lanes":[{"lane":1,"sku":"COLA-330","grams":%s},
                                                     {"lane":7,"sku":null,"grams":null}]},
                                  {"door":2,"lanes":[{"lane":4,"sku":"CRISPS-75","grams":null}]}]}
                        """
                                .formatted(grams));

        assertThat(LaneContents.isWeighed(cabinet, 1, CONTENTS)).isEqualTo(believed);
    }
}
