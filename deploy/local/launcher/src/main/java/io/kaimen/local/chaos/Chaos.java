package io.kaimen.local.chaos;

import io.kaimen.local.check.Looks;
import io.kaimen.local.check.source.Unreachable;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.RunningInstance;
import io.kaimen.local.instance.RunningInstance.NotRunning;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.Provision;
import io.kaimen.local.shop.VirtualCabinets;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code deploy/chaos}: whether every purchase ends well whatever dies meanwhile. */
public final class Chaos {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int NOT_RUNNING = 4;
    private static final int BROKEN = 5;

    /** More than anybody takes from a lane in a run of an hour. */
    private static final int UNITS = 150;

    private final Instance instance;
    private final ChaosOptions wanted;
    private final VirtualCabinets cabinets;
    private final Clock clock;

    private Chaos(Instance instance, ChaosOptions wanted, Clock clock) {
        this.instance = instance;
        this.wanted = wanted;
        this.cabinets = new VirtualCabinets(instance);
        this.clock = clock;
    }

    /** Ends with the codes that {@link ChaosOptions#USAGE} lists. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(ChaosOptions.USAGE);
            return;
        }
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws InterruptedException, IOException {
        try {
            var wanted = ChaosOptions.parse(arguments);
            var instance = RunningInstance.find(wanted.home());
            var report = new Chaos(instance, wanted, Clock.systemUTC()).report();
            System.out.println(report.text());
            if (wanted.json() != null) {
                Files.writeString(wanted.json(), Http.JSON.writeValueAsString(report) + "\n");
            }
            return report.holds() ? 0 : FAILED;
        } catch (ChaosOptions.Misused misused) {
            System.err.println(misused.getMessage() + "\n\n" + ChaosOptions.USAGE);
            return MISUSED;
        } catch (NotRunning | Unreachable | Http.Unreachable away) {
            System.err.println(away.getMessage());
            return NOT_RUNNING;
        } catch (RuntimeException broken) {
            // Not 1: a component that did not come back, or a fault of this program.
            broken.printStackTrace();
            return BROKEN;
        }
    }

    private Report report() throws InterruptedException {
        say("Seed " + wanted.seed() + ".");
        var sns = cabinets();
        var ambush = new Ambush();
        // Shoppers of another run would find their orders of then.
        var crowd =
                new Crowd(instance, cabinets, ambush, clock, "o-chaos-" + clock.millis() / 1_000);
        var begun = clock.instant();
        crowd.open(sns, wanted.seed());
        var campaign = new Campaign(instance, cabinets, ambush, clock, Chaos::say);
        var episodes = campaign.run(wanted.seed(), wanted.time(), wanted.only());
        var minutes = Duration.between(begun, clock.instant()).toSeconds() / 60.0;
        say("No more faults; waiting for the last purchases.");
        crowd.close();
        var verdict = new Looks(instance, clock).until(wanted.settleFor());
        if (!verdict.holds()) {
            say(verdict.text());
        }
        var tally =
                new Tally(episodes, crowd.attempts(), FinalOrder.at(instance, sns), unlocks(sns));
        return Report.of(wanted.seed(), minutes, sns.size(), tally, verdict);
    }

    /** New ones for each run: what an earlier one left behind is not for this one to answer for. */
    private List<String> cabinets() throws InterruptedException {
        var run = Long.toString(clock.millis() / 1_000, 36).toUpperCase(Locale.ROOT);
        var sns =
                IntStream.rangeClosed(1, wanted.cabinets())
                        .mapToObj(i -> "CHAOS-%s-%d".formatted(run, i))
                        .toList();
        var provision = new Provision(instance, Operator.logIn(instance), cabinets, ignored -> {});
        for (var sn : sns) {
            provision.stock(sn, UNITS);
        }
        for (var sn : sns) {
            provision.awaitReady(sn);
        }
        say("Stocked " + sns.size() + " cabinets: " + sns.getFirst() + " …");
        return sns;
    }

    private Map<String, Integer> unlocks(List<String> sns) throws InterruptedException {
        var unlocks = new HashMap<String, Integer>();
        for (var sn : sns) {
            unlocks.putAll(cabinets.unlocks(sn));
        }
        return unlocks;
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
