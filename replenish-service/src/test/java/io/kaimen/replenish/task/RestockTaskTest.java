package io.kaimen.replenish.task;

import static io.kaimen.replenish.task.RestockTaskStatus.CANCELLED;
import static io.kaimen.replenish.task.RestockTaskStatus.DONE;
import static io.kaimen.replenish.task.RestockTaskStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.replenish.task.RestockTask.Closing;
import io.kaimen.service.state.IllegalMove;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestockTaskTest {

    private static final Map<RestockTaskStatus, Set<RestockTaskStatus>> ALLOWED =
            Map.of(OPEN, Set.of(DONE, CANCELLED), DONE, Set.of(), CANCELLED, Set.of());

    private static final Closing CLOSING = new Closing(Instant.EPOCH, "ada", null);

    @ParameterizedTest
    @MethodSource("everyPair")
    void movesOnlyWhereTheStatesAllowIt(RestockTaskStatus from, RestockTaskStatus to) {
        var task = new RestockTask("R-1", "KM-1", "W1", from, Instant.EPOCH, null, List.of());

        if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
            assertThat(task.moveTo(to, CLOSING).status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> task.moveTo(to, CLOSING)).isInstanceOf(IllegalMove.class);
        }
    }

    static Stream<Arguments> everyPair() {
        return Arrays.stream(RestockTaskStatus.values())
                .flatMap(from ->
                        Arrays.stream(RestockTaskStatus.values())
                                .map(to -> Arguments.of(from, to)));
    }

    @Test
    void numbersTasksByTheBusinessDay() {
        Instant lateInTheEveningUtc = Instant.parse("2026-11-20T16:30:00Z");
        var numbers = new TaskNumbers(Clock.fixed(lateInTheEveningUtc, ZoneOffset.UTC));

        assertThat(numbers.next()).matches("R20261121-[2-9A-Z]{6}").isNotEqualTo(numbers.next());
    }
}
