package io.kaimen.service.letters;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fails at the events it is told to, and remembers all its calls. */
class PoisonHandler<P> implements MessageHandler<P> {

    final Set<String> poison = ConcurrentHashMap.newKeySet();

    /** Of these it fails for want of something that is away. */
    final Set<String> forsaken = ConcurrentHashMap.newKeySet();

    final List<Envelope<P>> tried = new CopyOnWriteArrayList<>();
    final List<Envelope<P>> handled = new CopyOnWriteArrayList<>();

    private final Topic topic;
    private final boolean orderly;
    private final boolean remembered;

    PoisonHandler(Topic topic, boolean orderly, boolean remembered) {
        this.topic = topic;
        this.orderly = orderly;
        this.remembered = remembered;
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public boolean orderly() {
        return orderly;
    }

    @Override
    public boolean remembered() {
        return remembered;
    }

    @Override
    public void handle(Envelope<P> message) {
        tried.add(message);
        if (poison.contains(message.eventId())) {
            throw new IllegalStateException("poison on purpose");
        }
        if (forsaken.contains(message.eventId())) {
            callWhatIsAway();
        }
        handled.add(message);
    }

    /** Port 1 of this machine: nobody listens there. */
    private static void callWhatIsAway() {
        try (var socket = new Socket("127.0.0.1", 1)) {
            throw new IllegalStateException(socket + " is there");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long triesOf(String event) {
        return tried.stream().filter(m -> m.eventId().equals(event)).count();
    }

    long handledOf(String event) {
        return handled.stream().filter(m -> m.eventId().equals(event)).count();
    }
}
