package io.kaimen.simulator.line;

import io.kaimen.simulator.line.Line.Outgoing;
import io.kaimen.simulator.time.Uptime;
import io.kaimen.simulator.time.Uptime.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An event that is held until another has overtaken it. The cabinet believes it is through. */
final class Swap {

    private final Uptime uptime;
    private final Function<Outgoing, CompletableFuture<Void>> pass;

    /** Those whose connection was lost; without the cabinet's help they must be sent again here. */
    private final List<Outgoing> owed = new ArrayList<>();

    private @Nullable Outgoing held;
    private @Nullable Timer patience;

    Swap(Uptime uptime, Function<Outgoing, CompletableFuture<Void>> pass) {
        this.uptime = uptime;
        this.pass = pass;
    }

    boolean holds() {
        return held != null;
    }

    void hold(Outgoing event, long mostMillis) {
        held = event;
        patience = uptime.after(mostMillis, this::release);
    }

    CompletableFuture<Void> overtake(Outgoing next) {
        if (patience != null) {
            patience.cancel();
        }
        CompletableFuture<Void> sent = pass.apply(next);
        release();
        return sent;
    }

    private void release() {
        Outgoing event = held;
        held = null;
        if (event != null) {
            send(event);
        }
    }

    private void send(Outgoing event) {
        pass.apply(event)
                .whenComplete((acknowledged, failure) -> {
                    if (failure != null) {
                        uptime.run(() -> owed.add(event));
                    }
                });
    }

    void online() {
        List<Outgoing> again = List.copyOf(owed);
        owed.clear();
        again.forEach(this::send);
    }
}
