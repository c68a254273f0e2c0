package io.kaimen.bench;

import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.ShopFailed;
import picocli.CommandLine;

/** What went wrong, as one line for a person and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    private static final int NOT_RUNNING = 4;

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult result)
            throws Exception {
        switch (failure) {
            case ShopFailed failed -> {
                commandLine.getErr().println(failed.getMessage());
                return failed.exitCode();
            }
            case Http.Unreachable unreachable -> {
                commandLine.getErr().println(unreachable.getMessage());
                return NOT_RUNNING;
            }
            default -> throw failure;
        }
    }
}
