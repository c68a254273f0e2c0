package io.kaimen.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.chaos.Attempt.Intention;
import io.kaimen.local.check.Verdict;
import io.kaimen.local.shop.Take;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Target KILL = new Target.Process("order", Target.Harm.KILL);
    private static final Episode EPISODE =
            new Episode(
                    1,
                    new Schedule.Fault(KILL, Stage.OPEN, 5),
                    true,
                    NOON.plusSeconds(10),
                    NOON.plusSeconds(20),
                    "holds");
    private static final Verdict FITS = new Verdict(true, 1, 0, List.of());

    @Test
    void aPurchaseBelongsToTheFaultItMet() {
        var tally =
                tally(
                        Map.of("c-1", 1),
                        List.of(
                                attempt("O-1", 0, 9, "c-0", Map.of(1, 1)),
                                attempt("O-2", 5, 12, "c-1", Map.of(1, 1)),
                                attempt("O-3", 19, 33, "c-2", Map.of())),
                        List.of(
                                order("O-1", "SETTLED", "PAID", Map.of(1, 1)),
                                order("O-2", "SETTLED", "PAID", Map.of(1, 1)),
                                order("O-3", "CANCELLED", "UNPAID", Map.of())));
        var lines = tally.lines();
        assertThat(lines.getFirst().fault()).isEqualTo("kill order");
        assertThat(lines.getFirst().stage()).isEqualTo("open");
        assertThat(lines.getFirst().purchases()).isEqualTo(2);
        assertThat(lines.getFirst().cancelled()).isEqualTo(1);
        assertThat(lines.getFirst().unlocksPerCommand()).isEqualTo(1);
        assertThat(lines.getFirst().backSeconds()).isEqualTo(10);
        assertThat(lines.getFirst().endedSeconds()).isEqualTo(23);
        assertThat(lines.getLast().purchases()).isEqualTo(1);
        assertThat(tally.failures()).isEmpty();
    }

    @Test
    void anOrderWhoseTapNobodyAnsweredCountsToo() {
        var tally =
                tally(Map.of(), List.of(), List.of(order("O-1", "ABNORMAL", "UNPAID", Map.of())));
        assertThat(tally.lines().getLast().abnormal()).isEqualTo(1);
        assertThat(tally.failures()).containsExactly("order O-1 is ABNORMAL, payment UNPAID");
        assertThat(Report.of(1, 5, 1, tally, FITS).holds()).isFalse();
    }

    @Test
    void goodsThatAreGoneAndNotChargedAreNamed() {
        var tally =
                tally(
                        Map.of(),
                        List.of(attempt("O-1", 0, 9, "c-1", Map.of(1, 2))),
                        List.of(order("O-1", "CANCELLED", "UNPAID", Map.of())));
        assertThat(tally.failures())
                .containsExactly("order O-1 (CANCELLED) charges for {}, and {1=2} was taken");
    }

    @Test
    void aCommandThatOpenedTwiceIsNamed() {
        var tally = tally(Map.of("c-1", 2), List.of(), List.of());
        assertThat(tally.failures()).containsExactly("command c-1 has opened a door 2 times");
    }

    @Test
    void attemptsWithoutAnOrderAreCountedByTheirReason() {
        var refused = new Attempt("KM-1", 1, new Intention(List.of(), true, true, false), NOON);
        refused.refused("cabinet-offline");
        refused.ended(NOON.plusSeconds(1));
        var tally = tally(Map.of(), List.of(refused), List.of());
        assertThat(tally.refusals()).isEqualTo(Map.of("cabinet-offline", 1));
        assertThat(tally.lines().getLast().refused()).isEqualTo(1);
        assertThat(Report.of(1, 5, 1, tally, FITS).text())
                .contains("| none | - | 0 | 0 | 0 | 0 | 0 | 1 |")
                .endsWith("Every purchase ended well, and every rule of deploy/check holds.");
    }

    private static Tally tally(
            Map<String, Integer> unlocks, List<Attempt> attempts, List<FinalOrder> orders) {
        return new Tally(List.of(EPISODE), attempts, orders, unlocks);
    }

    private static Attempt attempt(
            String orderNo, int from, int to, String command, Map<Integer, Integer> taken) {
        var intention = new Intention(List.of(new Take(1, 1)), true, true, false);
        var attempt = new Attempt("KM-1", 1, intention, NOON.plusSeconds(from));
        attempt.placed(orderNo);
        attempt.visited(command, taken);
        attempt.ended(NOON.plusSeconds(to));
        return attempt;
    }

    private static FinalOrder order(
            String orderNo, String status, String payment, Map<Integer, Integer> goods) {
        return new FinalOrder(orderNo, status, payment, NOON, goods);
    }
}
