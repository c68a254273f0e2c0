package io.kaimen.local.chaos;

import io.kaimen.local.check.Looks;
import io.kaimen.local.check.Verdict;
import io.kaimen.local.check.source.Unreachable;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.VirtualCabinets;
import io.kaimen.local.shop.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Strikes one fault after the other, each when a purchase has come to its stage. */
final class Campaign {

    private static final Duration AMBUSH_FOR = Duration.ofSeconds(45);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int BREATH_SECONDS = 4;
    private static final int PLATFORM_FAULT_SECONDS = 10;

    private final Components components;
    private final VirtualCabinets cabinets;
    private final Http sandbox;
    private final Ambush ambush;
    private final Looks looks;
    private final Clock clock;
    private final Consumer<String> say;
    private final List<Episode> episodes = new ArrayList<>();

    /**
     * @param say takes a line about each fault
     */
    Campaign(
            Instance instance,
            VirtualCabinets cabinets,
            Ambush ambush,
            Clock clock,
            Consumer<String> say) {
        this.components = new Components(instance);
        this.cabinets = cabinets;
        this.sandbox = new Http("sandbox", instance.url(Port.SANDBOX));
        this.ambush = ambush;
        this.looks = new Looks(instance, clock);
        this.clock = clock;
        this.say = say;
    }

    /**
     * Goes on until the time is up; a fault that has struck is seen to its end.
     *
     * @param only strikes faults alone whose name holds this
     */
    List<Episode> run(long seed, Duration time, String only) throws InterruptedException {
        var targets =
                Target.all(components.names()).stream()
                        .filter(target -> target.label().contains(only))
                        .toList();
        var schedule = new Schedule(targets, seed);
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            var episode = strike(schedule.next());
            episodes.add(episode);
            say.accept(line(episode));
        }
        return episodes;
    }

    private Episode strike(Schedule.Fault fault) throws InterruptedException {
        var prey = ambush.await(fault.stage(), AMBUSH_FOR);
        var struckAt = clock.instant();
        harm(fault, prey);
        var backAt = clock.instant();
        // Time for what was held up to come through, and for a verdict on it.
        TimeUnit.SECONDS.sleep(BREATH_SECONDS);
        return new Episode(
                episodes.size() + 1, fault, prey.isPresent(), struckAt, backAt, verdict());
    }

    private void harm(Schedule.Fault fault, Optional<Attempt> prey) throws InterruptedException {
        switch (fault.target()) {
            case Target.Process process -> components.strike(process, fault.pauseSeconds());
            case Target.EmptiedRedis _ -> components.emptyRedis();
            case Target.Cabinet cabinet -> {
                if (prey.isPresent()) {
                    cabinets.fault(prey.get().sn(), cabinet.faults());
                    awaitEnd(prey.get());
                    cabinets.fault(prey.get().sn(), List.of());
                }
            }
            case Target.Platform platform -> {
                sandbox.post("/sandbox/faults", platform.fault());
                TimeUnit.SECONDS.sleep(PLATFORM_FAULT_SECONDS);
                sandbox.call("DELETE", "/sandbox/faults", null);
            }
        }
    }

    private void awaitEnd(Attempt attempt) throws InterruptedException {
        Waiting.until(ENDS_WITHIN, PAUSE, () -> Optional.of(attempt).filter(Attempt::isOver));
    }

    private String verdict() {
        try {
            return words(looks.once());
        } catch (Unreachable away) {
            return "could not look: " + away.getMessage();
        }
    }

    /** Which rules do not hold. */
    static String words(Verdict verdict) {
        return verdict.holds()
                ? "holds"
                : verdict.rules().stream()
                        .filter(rule -> rule.state() == Verdict.State.VIOLATED)
                        .map(rule -> rule.rule() + " (" + rule.violations() + ")")
                        .collect(Collectors.joining(", "));
    }

    private String line(Episode episode) {
        return "#%d %s at %s: back after %.1f s, check %s"
                .formatted(
                        episode.number(),
                        episode.fault().target().label(),
                        episode.stage(),
                        seconds(episode.struckAt(), episode.backAt()),
                        episode.verdict());
    }

    static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
