package io.kaimen.simulator.line;

import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.fault.LineFault.Deaf;
import io.kaimen.simulator.fault.LineFault.Disconnects;
import io.kaimen.simulator.fault.LineFault.Doubled;
import io.kaimen.simulator.fault.LineFault.Gone;
import io.kaimen.simulator.fault.LineFault.Late;
import io.kaimen.simulator.fault.LineFault.Lost;
import io.kaimen.simulator.fault.LineFault.Reordered;
import io.kaimen.simulator.fault.LineFault.Silent;
import io.kaimen.simulator.time.Uptime;
import io.kaimen.simulator.time.Uptime.Timer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A line with faults: what they do not touch passes as it is. All but the listener's calls happens
 * on the cabinet's thread.
 */
public final class FaultyLine implements Line {

    /** How often it looks whether a fault is over for whose end something waits. */
    private static final long LOOK_MILLIS = 200;

    private final Line line;
    private final Faults faults;
    private final Uptime uptime;
    private final Waiting waiting;
    private final Swap swap;
    private boolean away;
    private long awayUntil;
    private @Nullable Timer nextLook;

    public FaultyLine(Line line, Faults faults, Uptime uptime) {
        this.line = line;
        this.faults = faults;
        this.uptime = uptime;
        this.waiting = new Waiting(uptime);
        this.swap = new Swap(uptime, this::pass);
    }

    @Override
    public void open(Listener listener) {
        look();
        line.open(new Hearing(listener));
    }

    /** Other faults were set, or time has passed. */
    public void look() {
        if (nextLook != null) {
            nextLook.cancel();
            nextLook = null;
        }
        boolean gone =
                uptime.millis() < awayUntil || faults.find(Gone.class, it -> true).isPresent();
        boolean before = away;
        away = gone;
        if (gone) {
            nextLook = uptime.after(LOOK_MILLIS, this::look);
        }
        if (gone && !before) {
            line.leave();
        } else if (!gone && before) {
            line.comeBack();
        }
    }

    @Override
    public CompletableFuture<Void> send(Outgoing message) {
        if (away) {
            // The connection may take a moment to end.
            return CompletableFuture.failedFuture(new IllegalStateException("not connected"));
        }
        if (faults.none()) {
            return inOrder(message);
        }
        String kind = message.kind();
        String event = Said.event(message);
        if (faults.use(Silent.class, silent -> silent.covers(kind)).isPresent()) {
            return event == null ? done() : afterSilence(message);
        }
        if (faults.use(Lost.class, lost -> lost.covers(kind, event)).isPresent()) {
            return done();
        }
        Optional<Disconnects> disconnects =
                faults.use(Disconnects.class, it -> it.at().equals(event));
        if (disconnects.isPresent()) {
            awayUntil = uptime.millis() + disconnects.get().away();
            look();
            return CompletableFuture.failedFuture(new IllegalStateException("disconnected"));
        }
        return faults.use(Late.class, late -> late.covers(kind))
                .map(late -> waiting.after(late.delayMs(), () -> inOrder(message)))
                .orElseGet(() -> inOrder(message));
    }

    /** An event is kept by the cabinet until it is sent; nothing else is worth the wait. */
    private CompletableFuture<Void> afterSilence(Outgoing message) {
        return waiting.until(
                LOOK_MILLIS,
                () -> faults.find(Silent.class, silent -> silent.covers(message.kind())).isEmpty(),
                () -> send(message));
    }

    private CompletableFuture<Void> inOrder(Outgoing message) {
        if (!message.kind().equals("event")) {
            return pass(message);
        }
        if (swap.holds()) {
            return swap.overtake(message);
        }
        Optional<Reordered> reordered = faults.use(Reordered.class, it -> true);
        if (reordered.isPresent()) {
            swap.hold(message, reordered.get().hold());
            return done();
        }
        return pass(message);
    }

    private CompletableFuture<Void> pass(Outgoing message) {
        CompletableFuture<Void> first = line.send(message);
        faults.use(Doubled.class, doubled -> doubled.covers(message.kind()))
                .ifPresent(doubled -> {
                    var _ = line.send(message);
                    uptime.after(
                            doubled.againAfter(),
                            () -> {
                                var _ = line.send(message);
                            });
                });
        return first;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void hangUp() {
        line.hangUp();
    }

    @Override
    public void leave() {
        line.leave();
    }

    @Override
    public void comeBack() {
        line.comeBack();
    }

    @Override
    public void close() {
        line.close();
    }

    /** Hears for the cabinet, as far as it is not deaf. */
    private final class Hearing implements Listener {

        private final Listener cabinet;

        Hearing(Listener cabinet) {
            this.cabinet = cabinet;
        }

        @Override
        public void online() {
            uptime.run(() -> {
                cabinet.online();
                swap.online();
            });
        }

        @Override
        public void offline() {
            uptime.run(() -> {
                waiting.giveUp();
                cabinet.offline();
            });
        }

        @Override
        public void received(byte[] json) {
            uptime.run(() -> {
                if (faults.none() || !deafTo(json)) {
                    cabinet.received(json);
                }
            });
        }

        private boolean deafTo(byte[] json) {
            String type = Said.type(json);
            return faults.use(Deaf.class, deaf -> deaf.covers(type)).isPresent();
        }
    }
}
