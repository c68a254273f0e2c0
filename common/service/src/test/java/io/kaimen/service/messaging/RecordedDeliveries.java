package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Sees what the broker delivers to the service under test, and sends a message as it was. */
public class RecordedDeliveries implements BeanPostProcessor {

    private final List<Delivery> done = new CopyOnWriteArrayList<>();

    /** A delivery that ended without a failure, the event being new to its group or not. */
    public record Delivery(String group, MessageHandler<?> handler, Envelope<?> envelope) {

        public Topic topic() {
            return handler.topic();
        }
    }

    /** In the order in which they ended. */
    public List<Delivery> done() {
        return List.copyOf(done);
    }

    /** How many deliveries of a topic with this key have ended without a failure. */
    public long count(Topic topic, String key) {
        return done.stream()
                .filter(d -> d.topic() == topic && d.envelope().key().equals(key))
                .count();
    }

    /** Sends the same event again: same event id, key, tag and body. */
    public static void again(Delivery delivery, MessageSender sender, MessageCodec codec) {
        Envelope<?> envelope = delivery.envelope();
        String tag = delivery.handler().tag();
        sender.sendNow(
                delivery.topic(),
                envelope.key(),
                tag.equals("*") ? null : tag,
                codec.encode(envelope),
                null);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HandleOnce handleOnce ? new Recording(handleOnce) : bean;
    }

    private final class Recording extends HandleOnce {

        private final HandleOnce handleOnce;

        Recording(HandleOnce handleOnce) {
            super(null);
            this.handleOnce = handleOnce;
        }

        @Override
        public <P> boolean handle(MessageHandler<P> handler, String group, Envelope<P> envelope) {
            boolean now = handleOnce.handle(handler, group, envelope);
            done.add(new Delivery(group, handler, envelope));
            return now;
        }
    }
}
