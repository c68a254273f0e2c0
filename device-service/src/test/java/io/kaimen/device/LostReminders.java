package io.kaimen.device;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.service.messaging.MessageHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
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

    /** A proxy, so that it stays the service's own handler to whoever asks. */
    private static Object losing(MessageHandler<?> handler) {
        var proxy = new ProxyFactory(handler);
        proxy.addAdvice((MethodInterceptor) call -> isLost(call) ? null : call.proceed());
        return proxy.getProxy();
    }

    private static boolean isLost(MethodInvocation call) {
        return call.getMethod().getName().equals("handle")
                && call.getArguments()[0] instanceof Envelope<?> message
                && message.payload() instanceof DoorCheckDue due
                && LOST.contains(due.orderNo());
    }
}
