package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.line.Line;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cabinet under power, for callers on other threads. */
public final class RunningCabinet {

    private static final long SECONDS = 5;

    private final VirtualCabinet cabinet;
    private final CabinetLoop loop;
    private final Line line;
    private final CabinetFile file;

    RunningCabinet(VirtualCabinet cabinet, CabinetLoop loop, Line line, CabinetFile file) {
        this.cabinet = cabinet;
        this.loop = loop;
        this.line = line;
        this.file = file;
    }

    public CabinetView view() {
        return ask(cabinet::view);
    }

    /** Sends a shopper to a door; see {@link VirtualCabinet#visit(int, VisitPlan)}. */
    public Visit.Progress visit(int door, VisitPlan plan) {
        return ask(() -> cabinet.visit(door, plan));
    }

    /** How the last visit to a door went or goes; null when there was none. */
    public Visit.@Nullable Progress visit(int door) {
        return this.<Visit.@Nullable Progress>ask(() -> cabinet.visit(door));
    }

    /** Pushes an open door shut. */
    public void close(int door) {
        ask(() -> {
            cabinet.close(door);
            return true;
        });
    }

    /** Cuts the connection; the cabinet makes a new one. */
    public void hangUp() {
        line.hangUp();
    }

    /** Cuts the power. */
    void stop() {
        loop.stop();
        line.close();
    }

    void forget() {
        file.delete();
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        loop.run(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
