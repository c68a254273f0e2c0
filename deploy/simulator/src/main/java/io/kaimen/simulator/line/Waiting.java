package io.kaimen.simulator.line;

import io.kaimen.simulator.time.Uptime;
import io.kaimen.simulator.time.Uptime.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages that go out later, if the connection is still the same. */
final class Waiting {

    private final Uptime uptime;
    private final List<One> all = new ArrayList<>();

    Waiting(Uptime uptime) {
        this.uptime = uptime;
    }

    private static final class One {
        private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        private @Nullable Timer timer;
    }

    CompletableFuture<Void> after(long millis, Supplier<CompletableFuture<Void>> sending) {
        return until(millis, () -> true, sending);
    }

    /**
     * Sends as soon as it may be.
     *
     * @param everyMillis when to ask whether it may
     */
    CompletableFuture<Void> until(
            long everyMillis, BooleanSupplier may, Supplier<CompletableFuture<Void>> sending) {
        var one = new One();
        all.add(one);
        ask(one, everyMillis, may, sending);
        return one.acknowledged;
    }

    private void ask(
            One one,
            long everyMillis,
            BooleanSupplier may,
            Supplier<CompletableFuture<Void>> sending) {
        one.timer =
                uptime.after(
                        everyMillis,
                        () -> {
                            if (may.getAsBoolean()) {
                                all.remove(one);
                                send(one, sending);
                            } else {
                                ask(one, everyMillis, may, sending);
                            }
                        });
    }

    private static void send(One one, Supplier<CompletableFuture<Void>> sending) {
        sending.get()
                .whenComplete((acknowledged, failure) -> {
                    if (failure == null) {
                        one.acknowledged.complete(null);
                    } else {
                        one.acknowledged.completeExceptionally(failure);
                    }
                });
    }

    /** The connection is lost: the cabinet sends again what it must when there is a new one. */
    void giveUp() {
        List<One> lost = List.copyOf(all);
        all.clear();
        for (One one : lost) {
            if (one.timer != null) {
                one.timer.cancel();
            }
            one.acknowledged.completeExceptionally(new IllegalStateException("lost"));
        }
    }
}
