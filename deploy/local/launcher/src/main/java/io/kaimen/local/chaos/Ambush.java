package io.kaimen.local.chaos;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Waits for a purchase to come to a stage: one lies in wait, one purchase walks in. */
final class Ambush {

    private record Armed(Stage stage, CompletableFuture<Attempt> sprung) {}

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private final AtomicReference<@Nullable Attempt> prey = new AtomicReference<>();

    /**
     * The purchase that has just come to the stage, or nothing when none did in time.
     *
     * @param stage where to wait
     */
    Optional<Attempt> await(Stage stage, Duration patience) throws InterruptedException {
        var sprung = new CompletableFuture<Attempt>();
        armed.set(new Armed(stage, sprung));
        try {
            return Optional.of(sprung.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException nobodyCame) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            armed.set(null);
            prey.set(null);
        }
    }

    /** Whether somebody lies in wait and has no purchase in sight; this one is then. */
    boolean sights(Attempt attempt) {
        return armed.get() != null && prey.compareAndSet(null, attempt);
    }

    /** Whether the one in wait watches this purchase. */
    boolean watches(Attempt attempt) {
        return prey.get() == attempt;
    }

    /** Whether somebody is waited for who has not come. */
    boolean isOpen() {
        return armed.get() != null && prey.get() == null;
    }

    /** The purchase has come to this stage. */
    void reached(Attempt attempt, Stage stage) {
        var waiting = armed.get();
        if (waiting != null && waiting.stage() == stage && watches(attempt)) {
            waiting.sprung().complete(attempt);
        }
    }

    /** The purchase is over; the next one may walk in. */
    void left(Attempt attempt) {
        prey.compareAndSet(attempt, null);
    }
}
