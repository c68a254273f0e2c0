package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.fault.Wanted;
import io.kaimen.simulator.line.Traffic;
import io.kaimen.simulator.time.Uptime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cabinet under power, for callers on other threads. */
public final class RunningCabinet {

    private static final long SECONDS = 5;

    private final Power power;
    private final Uptime mains;
    private final Faults faults;
    private final Traffic traffic;
    private final CabinetFile file;

    /**
     * @param mains a time that goes on without power, on the cabinet's thread
     */
    RunningCabinet(Power power, Uptime mains, Faults faults, Traffic traffic, CabinetFile file) {
        this.power = power;
        this.mains = mains;
        this.faults = faults;
        this.traffic = traffic;
        this.file = file;
    }

    public CabinetView view() {
        return ask(() -> cabinet().view());
    }

    /** Sends a shopper to a door; see {@link VirtualCabinet#visit(int, VisitPlan)}. */
    public Visit.Progress visit(int door, VisitPlan plan) {
        return ask(() -> cabinet().visit(door, plan));
    }

    /** How the last visit to a door went or goes; null when there was none. */
    public Visit.@Nullable Progress visit(int door) {
        return this.<Visit.@Nullable Progress>ask(() -> cabinet().visit(door));
    }

    /** How often each command has released a lock, since the cabinet was built. */
    public Map<String, Integer> unlocks() {
        return ask(() -> cabinet().unlocks());
    }

    /** What went over its line lately. */
    public Traffic traffic() {
        return traffic;
    }

    /** Pulls an unlocked door open; the state after it, as of all that hands do. */
    public CabinetView pull(int door) {
        return act(cabinet -> cabinet.hands(door).pull());
    }

    /** Takes goods out of an open door. */
    public CabinetView take(int door, Touching what) {
        return act(cabinet -> cabinet.hands(door).take(what));
    }

    /** Puts goods into an open door. */
    public CabinetView put(int door, Touching what) {
        return act(cabinet -> cabinet.hands(door).put(what));
    }

    /** Pushes an open door shut. */
    public CabinetView close(int door) {
        return act(cabinet -> cabinet.close(door));
    }

    private CabinetView act(Consumer<VirtualCabinet> deed) {
        return ask(() -> {
            VirtualCabinet cabinet = cabinet();
            deed.accept(cabinet);
            return cabinet.view();
        });
    }

    /** Cuts the connection; the cabinet makes a new one. */
    public void hangUp() {
        power.boot().line().hangUp();
    }

    /**
     * Puts these faults in the place of all there were.
     *
     * @throws IllegalArgumentException when one is about a door or lane that is not there
     */
    public void fault(List<Wanted> wanted) {
        ask(() -> {
            cabinet().check(wanted);
            faults.set(wanted);
            return true;
        });
    }

    /** Cuts the power. */
    void stop() {
        power.off();
    }

    void forget() {
        file.delete();
    }

    private VirtualCabinet cabinet() {
        return power.boot().cabinet();
    }

    private <T extends @Nullable Object> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        mains.run(() -> {
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
