package io.kaimen.bench.purchase;

import io.kaimen.bench.Machine;
import io.kaimen.bench.Outcome;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.RunningInstance;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.Provision;
import io.kaimen.local.shop.ShopFailed;
import io.kaimen.local.shop.VirtualCabinets;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes purchases one after the other and times their stages by the services' own records. */
@Command(
        name = "purchase",
        description = "Stage times of purchases on a running stack.",
        mixinStandardHelpOptions = true)
public final class PurchaseBenchmark implements Callable<Integer> {

    private static final int NOT_RUNNING = 4;
    private static final int WARM_UP = 5;
    private static final String SN = "BENCH-1";

    /** Long enough for every lane to keep some. */
    private static final int UNITS = 1_000;

    @Option(names = "--purchases", description = "how many are timed (default ${DEFAULT-VALUE})")
    private int purchases = 25;

    @Option(names = "--home", description = "of the instance (default deploy/run)")
    private @Nullable Path home;

    @Option(names = "--json", description = "keeps what was measured in this file")
    private @Nullable Path json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var visits = new Visits(instance(), SN);
        var times = new EnumMap<Stage, Histogram>(Stage.class);
        for (int made = 0; made < WARM_UP + purchases; made++) {
            var stages = visits.buy();
            if (made >= WARM_UP) {
                stages.forEach((stage, millis) ->
                        times.computeIfAbsent(stage, _ -> new Histogram(2)).recordValue(millis));
            }
        }
        var outcome = new Outcome("purchase", Machine.inOneLine(), metrics(times), List.of());
        print(outcome, times);
        outcome.keep(json);
        return outcome.exitCode();
    }

    private Instance instance() throws InterruptedException {
        try {
            var instance = RunningInstance.find(home);
            var operator = Operator.logIn(instance);
            var cabinets = new VirtualCabinets(instance);
            var provision = new Provision(instance, operator, cabinets, out()::println);
            provision.stock(SN, UNITS);
            provision.awaitReady(SN);
            return instance;
        } catch (RunningInstance.NotRunning nothing) {
            throw new ShopFailed(NOT_RUNNING, String.valueOf(nothing.getMessage()));
        }
    }

    private Map<String, Object> metrics(Map<Stage, Histogram> times) {
        var metrics = new LinkedHashMap<String, Object>();
        metrics.put("purchases", purchases);
        times.forEach((stage, of) -> {
            var name = stage.name().toLowerCase(Locale.ROOT);
            metrics.put(name + "_p50_ms", of.getValueAtPercentile(50));
            metrics.put(name + "_p95_ms", of.getValueAtPercentile(95));
        });
        return metrics;
    }

    private void print(Outcome outcome, Map<Stage, Histogram> times) {
        var lines = new ArrayList<String>();
        lines.add("%d purchases on %s".formatted(purchases, outcome.machine()));
        lines.add("");
        lines.add("%-24s %8s %8s   %s".formatted("ms", "p50", "p95", "what happens"));
        times.forEach((stage, of) ->
                lines.add(
                        "%-24s %8d %8d   %s"
                                .formatted(
                                        stage.label(),
                                        of.getValueAtPercentile(50),
                                        of.getValueAtPercentile(95),
                                        stage.what())));
        lines.forEach(out()::println);
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("Only the command line runs it.");
        }
        return spec.commandLine().getOut();
    }
}
