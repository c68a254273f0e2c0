package io.kaimen.local.chaos;

import static io.kaimen.local.chaos.Campaign.seconds;

import io.kaimen.local.chaos.FinalOrder.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Puts orders, attempts and unlocks to the faults that they met. */
final class Tally {

    private final List<Episode> episodes;
    private final List<Attempt> attempts;
    private final List<FinalOrder> orders;
    private final Map<String, Integer> unlocks;
    private final Map<String, Attempt> attemptsByOrder = new HashMap<>();

    /**
     * @param unlocks how often each command has released a lock
     */
    Tally(
            List<Episode> episodes,
            List<Attempt> attempts,
            List<FinalOrder> orders,
            Map<String, Integer> unlocks) {
        this.episodes = episodes;
        this.attempts = attempts;
        this.orders = orders;
        this.unlocks = unlocks;
        for (var attempt : attempts) {
            attempt.orderNo().ifPresent(orderNo -> attemptsByOrder.put(orderNo, attempt));
        }
    }

    /**
     * A line of the table.
     *
     * @param fault what struck, "none" for what met no fault
     * @param stage of the ambushed purchase
     * @param purchases orders that were under way
     * @param refused attempts that got no order
     * @param unlocksPerCommand the most that any command has opened a door
     * @param backSeconds from the strike until the component was healthy
     * @param endedSeconds from the strike until the last of these purchases had ended, those aside
     *     whose shoppers never confirmed or never pulled the door
     * @param check the rules that did not hold right then
     */
    record Line(
            String fault,
            String stage,
            int purchases,
            int paid,
            int nothingDue,
            int cancelled,
            int abnormal,
            int unfinished,
            int refused,
            int unlocksPerCommand,
            double backSeconds,
            double endedSeconds,
            String check) {}

    /** One line for each fault, and one for what met none. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var episode : episodes) {
            lines.add(
                    line(
                            episode.fault().target().label(),
                            episode.stage(),
                            met -> met.filter(episode::equals).isPresent(),
                            seconds(episode.struckAt(), episode.backAt()),
                            seconds(episode.struckAt(), lastEnd(episode)),
                            episode.verdict()));
        }
        lines.add(line("none", "-", Optional::isEmpty, 0, 0, "-"));
        return lines;
    }

    /** Shoppers who mean to wait for a timer hold nobody up. */
    private Instant lastEnd(Episode episode) {
        return attempts.stream()
                .filter(one -> one.intention().confirms() && one.intention().pulls())
                .filter(one -> met(one).filter(episode::equals).isPresent())
                .flatMap(one -> one.endedAt().stream())
                .max(Comparator.naturalOrder())
                .orElse(episode.backAt());
    }

    private Line line(
            String fault,
            String stage,
            Predicate<Optional<Episode>> belongs,
            double back,
            double ended,
            String check) {
        var ends = new EnumMap<End, Integer>(End.class);
        int purchases = 0;
        for (var order : orders) {
            if (belongs.test(met(order))) {
                ends.merge(order.end(), 1, Integer::sum);
                purchases++;
            }
        }
        var theirs = attempts.stream().filter(one -> belongs.test(met(one))).toList();
        return new Line(
                fault,
                stage,
                purchases,
                ends.getOrDefault(End.PAID, 0),
                ends.getOrDefault(End.NOTHING_DUE, 0),
                ends.getOrDefault(End.CANCELLED, 0),
                ends.getOrDefault(End.ABNORMAL, 0),
                ends.getOrDefault(End.UNFINISHED, 0),
                (int) theirs.stream().filter(one -> one.orderNo().isEmpty()).count(),
                theirs.stream()
                        .flatMap(one -> one.command().stream())
                        .mapToInt(command -> unlocks.getOrDefault(command, 0))
                        .max()
                        .orElse(0),
                back,
                ended,
                check);
    }

    /** The first fault that a purchase met. */
    private Optional<Episode> met(FinalOrder order) {
        var attempt = attemptsByOrder.get(order.orderNo());
        return attempt == null ? met(order.createdAt(), order.createdAt()) : met(attempt);
    }

    private Optional<Episode> met(Attempt attempt) {
        return episodes.stream()
                .filter(episode ->
                        attempt.begunAt().isBefore(episode.backAt())
                                && attempt.goesOnAfter(episode.struckAt()))
                .findFirst();
    }

    private Optional<Episode> met(Instant from, Instant to) {
        return episodes.stream().filter(episode -> episode.touches(from, to)).findFirst();
    }

    /** Why attempts got no order, with how often. */
    Map<String, Integer> refusals() {
        var refusals = new TreeMap<String, Integer>();
        attempts.stream()
                .filter(attempt -> attempt.orderNo().isEmpty())
                .forEach(attempt ->
                        refusals.merge(attempt.refusal().orElse("none"), 1, Integer::sum));
        return refusals;
    }

    /** What must not be, in words; nothing when all is well. */
    List<String> failures() {
        var failures = new ArrayList<String>();
        for (var order : orders) {
            if (!order.hasEnded()) {
                failures.add(
                        "order %s is %s, payment %s"
                                .formatted(order.orderNo(), order.status(), order.payment()));
            }
            wrongBasket(order).ifPresent(failures::add);
        }
        unlocks.forEach((command, times) -> {
            if (times > 1) {
                failures.add("command %s has opened a door %d times".formatted(command, times));
            }
        });
        return failures;
    }

    /** What left the cabinet is what is charged for, whatever the order came to. */
    private Optional<String> wrongBasket(FinalOrder order) {
        return Optional.ofNullable(attemptsByOrder.get(order.orderNo()))
                .flatMap(Attempt::taken)
                .filter(taken -> order.hasEnded() && !taken.equals(order.goods()))
                .map(taken ->
                        "order %s (%s) charges for %s, and %s was taken"
                                .formatted(order.orderNo(), order.end(), order.goods(), taken));
    }
}
