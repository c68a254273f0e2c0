package io.kaimen.service.messaging;

/** Where the messages go that their handler cannot handle; only a service's database is one. */
public interface DeadLetterBox {

    /**
     * Keeps the message for an operator. Throws when it is not known to be stored: then it must
     * stay with the broker.
     */
    void park(FailedMessage message);
}
