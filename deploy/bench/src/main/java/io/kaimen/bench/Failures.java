package io.kaimen.bench;

import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.ShopFailed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What went wrong, as one line for a person and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    private static final int NOT_RUNNING = 4;

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult result)
            throws Exception {
        return switch (failure) {
            case ShopFailed failed -> said(commandLine, failed.getMessage(), failed.exitCode());
            case Http.Unreachable away -> said(commandLine, away.getMessage(), NOT_RUNNING);
            default -> throw failure;
        };
    }

    private static int said(CommandLine commandLine, @Nullable String words, int exitCode) {
        commandLine.getErr().println(words);
        return exitCode;
    }
}
