package io.kaimen.service.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** This service's handlers by their consumer groups, prefix included. */
public class HandlersByGroup {

    private final Map<String, MessageHandler<?>> handlers = new LinkedHashMap<>();

    HandlersByGroup(List<MessageHandler<?>> handlers, String prefix, String service) {
        for (MessageHandler<?> handler : handlers) {
            String group = prefix + handler.group(service);
            if (this.handlers.put(group, handler) != null) {
                throw new IllegalStateException("two handlers of one group " + group);
            }
        }
    }

    public Set<String> groups() {
        return Collections.unmodifiableSet(handlers.keySet());
    }

    public Optional<MessageHandler<?>> of(String group) {
        return Optional.ofNullable(handlers.get(group));
    }

    Map<String, MessageHandler<?>> all() {
        return Collections.unmodifiableMap(handlers);
    }
}
