package io.kaimen.service.messaging;

import io.kaimen.contracts.Topic;

/** A message is not known to be stored at the broker; sending it again is safe. */
public class MessageNotSent extends RuntimeException {

    private static final long serialVersionUID = 1;

    MessageNotSent(Topic topic, String key, Throwable cause) {
        super(topic.topicName() + " " + key, cause);
    }
}
