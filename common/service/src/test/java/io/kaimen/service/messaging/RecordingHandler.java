package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what it handled, and fails when told to. */
class RecordingHandler<P> implements MessageHandler<P> {

    final List<Envelope<P>> handled = new CopyOnWriteArrayList<>();
    volatile Consumer<Envelope<P>> before = message -> {};

    private final Topic topic;

    RecordingHandler(Topic topic) {
        this.topic = topic;
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public void handle(Envelope<P> message) {
        before.accept(message);
        handled.add(message);
    }

    List<P> payloadsOf(String key) {
        return handled.stream().filter(m -> m.key().equals(key)).map(Envelope::payload).toList();
    }
}
