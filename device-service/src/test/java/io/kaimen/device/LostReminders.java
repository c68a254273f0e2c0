package io.kaimen.device;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.service.messaging.MessageHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Loses the reminders of chosen orders, so that nobody but the sweep looks at them. */
@TestConfiguration(proxyBeanMethods = false)
public class LostReminders {

    private static final Set<String> LOST = ConcurrentHashMap.newKeySet();

    /** From now on none of this order's reminders arrives. */
    public static void of(String orderNo) {
        LOST.add(orderNo);
    }

    @Bean
    static BeanPostProcessor reminderLoser() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof MessageHandler<?> handler
                                && handler.topic() == Topic.DOOR_CHECK_DUE
                        ? losing(handler)
                        : bean;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static MessageHandler<DoorCheckDue> losing(MessageHandler<?> handler) {
        var reminded = (MessageHandler<DoorCheckDue>) handler;
        return new MessageHandler<>() {
            @Override
            public Topic topic() {
                return reminded.topic();
            }

            @Override
            public String group(String service) {
                return reminded.group(service);
            }

            @Override
            public boolean orderly() {
                return reminded.orderly();
            }

            @Override
            public String tag() {
                return reminded.tag();
            }

            @Override
            public boolean remembered() {
                return reminded.remembered();
            }

            @Override
            public void handle(Envelope<DoorCheckDue> message) {
                if (!LOST.contains(message.payload().orderNo())) {
                    reminded.handle(message);
                }
            }
        };
    }
}
