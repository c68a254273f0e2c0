package io.kaimen.order.contest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContestStatusTest {

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, SUBMITTED, false",
        "SUBMITTED, IN_REVIEW, true",
        "SUBMITTED, ACCEPTED, true",
        "SUBMITTED, REJECTED, true",
        "IN_REVIEW, SUBMITTED, false",
        "IN_REVIEW, IN_REVIEW, false",
        "IN_REVIEW, ACCEPTED, true",
        "IN_REVIEW, REJECTED, true",
        "ACCEPTED, SUBMITTED, false",
        "ACCEPTED, IN_REVIEW, false",
        "ACCEPTED, ACCEPTED, false",
        "ACCEPTED, REJECTED, false",
        "REJECTED, SUBMITTED, false",
        "REJECTED, IN_REVIEW, false",
        "REJECTED, ACCEPTED, false",
        "REJECTED, REJECTED, false",
    })
    void movesOnlySo(ContestStatus from, ContestStatus to, boolean may) {
        assertThat(from.next().contains(to)).isEqualTo(may);
    }
}
