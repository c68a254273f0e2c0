package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import org.jspecify.annotations.Nullable;

/** Calls a handler the way it asks for: once for each event in its transaction, or plainly. */
public class HandleOnce {

    private final @Nullable ConsumedMessages consumed;

    HandleOnce(@Nullable ConsumedMessages consumed) {
        this.consumed = consumed;
    }

    /**
     * Throws what the handler throws.
     *
     * @return false when the event had been handled before, and the handler was not called
     */
    public <P> boolean handle(MessageHandler<P> handler, String group, Envelope<P> envelope) {
        if (!handler.remembered()) {
            handler.handle(envelope);
            return true;
        }
        if (consumed == null) {
            throw new IllegalStateException(
                    group + " wants its events remembered, but this service has no database");
        }
        return consumed.once(group, envelope.eventId(), () -> handler.handle(envelope));
    }
}
