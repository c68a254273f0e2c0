package io.kaimen.bench;

import io.kaimen.bench.purchase.PurchaseBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code deploy/bench/run}: one benchmark by its name. */
@Command(
        name = "deploy/bench/run",
        description =
                "Runs one benchmark, prints a table, and keeps what it measured for programs.",
        mixinStandardHelpOptions = true,
        subcommands = {PurchaseBenchmark.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "NAME",
        footer = {
            "",
            "Ends with 0 when every goal is met, 1 when one is missed, 2 when asked",
            "for something that makes no sense, 4 when no stack is running."
        })
public final class Bench {

    private Bench() {}

    /** Ends with the codes that {@code --help} lists. */
    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Bench())
                        .setExecutionExceptionHandler(new Failures())
                        .execute(arguments));
    }
}
