package io.kaimen.local.check;

import io.kaimen.local.check.Verdict.Ruling;
import io.kaimen.local.check.rule.Rule;
import io.kaimen.local.check.rule.Rules;
import io.kaimen.local.check.source.BrokerMessages;
import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.JdbcTables;
import io.kaimen.local.check.source.RedisDoorLocks;
import io.kaimen.local.check.source.SandboxOrders;
import io.kaimen.local.check.source.Unreachable;
import io.kaimen.local.instance.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at a stack until everything fits or the time is up. */
public final class Looks {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Instance instance;
    private final List<Rule> rules;
    private final Clock clock;
    private final SandboxOrders platform;

    /** Looks by all rules. */
    public Looks(Instance instance, Clock clock) {
        this(instance, Rules.all(), clock);
    }

    Looks(Instance instance, List<Rule> rules, Clock clock) {
        this.instance = instance;
        this.rules = rules;
        this.clock = clock;
        this.platform = new SandboxOrders(instance);
    }

    /**
     * What the last look found.
     *
     * @throws Unreachable when the last look could not be finished
     */
    public Verdict until(Duration settled) throws InterruptedException {
        var begin = clock.instant();
        for (int looks = 1; ; looks++) {
            Verdict verdict = null;
            Unreachable unreachable = null;
            try {
                verdict = look(looks, begin.toEpochMilli());
            } catch (Unreachable e) {
                unreachable = e;
            }
            boolean timeIsUp = !clock.instant().isBefore(begin.plus(settled));
            if (timeIsUp || verdict != null && verdict.atRest()) {
                return known(verdict, unreachable);
            }
            pause();
        }
    }

    private static Verdict known(@Nullable Verdict verdict, @Nullable Unreachable unreachable) {
        if (verdict == null) {
            throw unreachable == null ? new IllegalStateException() : unreachable;
        }
        return verdict;
    }

    /**
     * What one look finds.
     *
     * @throws Unreachable when it could not be finished
     */
    public Verdict once() {
        return look(1, clock.millis());
    }

    private Verdict look(int looks, long begin) {
        try (var tables = JdbcTables.open(instance)) {
            var evidence =
                    new Evidence(
                            tables,
                            new RedisDoorLocks(instance),
                            new BrokerMessages(instance),
                            platform,
                            clock.instant());
            var rulings =
                    rules.stream()
                            .map(rule -> Ruling.of(rule.name(), rule.says(), rule.look(evidence)))
                            .toList();
            return Verdict.of(looks, clock.millis() - begin, rulings);
        }
    }

    /** Nothing tells when a stack has come to rest: it has to be looked at again. */
    private static void pause() throws InterruptedException {
        new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }
}
