package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Memory.KeptEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Keeps events until they are acknowledged and sends them one after the other, each with its own
 * numbers for ever.
 */
final class EventKeeper {

    private static final long AGAIN_AFTER_MILLIS = 2_000;

    private final Deque<KeptEvent> waiting;
    private final Uplink uplink;
    private final Pulse pulse;
    private final Runnable changed;
    private final Object monitor;
    private boolean sending;

    EventKeeper(
            Collection<KeptEvent> kept,
            Uplink uplink,
            Pulse pulse,
            Runnable changed,
            Object monitor) {
        this.waiting = new ArrayDeque<>(kept);
        this.uplink = uplink;
        this.pulse = pulse;
        this.changed = changed;
        this.monitor = monitor;
    }

    void add(KeptEvent event) {
        waiting.add(event);
        changed.run();
        send();
    }

    List<KeptEvent> waiting() {
        return List.copyOf(waiting);
    }

    /** Sends the oldest, unless it is on its way. */
    void send() {
        KeptEvent oldest = waiting.peek();
        if (sending || oldest == null) {
            return;
        }
        sending = true;
        uplink.publish("event", oldest.payload(), true)
                .whenComplete((stored, failure) -> {
                    synchronized (monitor) {
                        sending = false;
                        if (failure == null) {
                            waiting.remove(oldest);
                            changed.run();
                            send();
                        } else {
                            pulse.after(AGAIN_AFTER_MILLIS, this::sendGuarded);
                        }
                    }
                });
    }

    private void sendGuarded() {
        synchronized (monitor) {
            send();
        }
    }
}
