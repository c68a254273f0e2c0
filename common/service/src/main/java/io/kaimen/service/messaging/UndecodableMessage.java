package io.kaimen.service.messaging;

import io.kaimen.contracts.Topic;
import org.jspecify.annotations.Nullable;

/** A message's body is no envelope of its topic: no try of this version can handle it. */
public class UndecodableMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    UndecodableMessage(Topic topic, @Nullable Throwable cause) {
        super("The body is no envelope of " + topic.topicName() + ".", cause);
    }
}
