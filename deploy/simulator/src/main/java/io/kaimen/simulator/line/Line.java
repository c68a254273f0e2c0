package io.kaimen.simulator.line;

import java.util.concurrent.CompletableFuture;

/**
 * A cabinet's line to the server. Everything it says and is told passes through one of these: to
 * lose, double, delay or reorder messages, put another line in front.
 */
public interface Line {

    /** Connects, and goes on connecting whenever the connection is lost, until closed. */
    void open(Listener listener);

    /**
     * Publishes a message.
     *
     * @return completed with the server's PUBACK; failed when the connection was lost before it, or
     *     there is none
     */
    CompletableFuture<Void> send(Outgoing message);

    /** Breaks the connection; it is made anew. */
    void hangUp();

    /** Breaks the connection, or does not make one, until told to come back. */
    void leave();

    /** Connects again after having left. */
    void comeBack();

    /** Ends for good. */
    void close();

    /**
     * A message of a cabinet.
     *
     * @param kind the last level of its topic: report, heartbeat, weights, event, answer
     * @param json the payload
     */
    record Outgoing(String kind, byte[] json) {}

    /** Hears the line, on threads of the line's own. */
    interface Listener {

        /** Connected and subscribed. */
        void online();

        /** The connection is lost. */
        void offline();

        /** A message down. */
        void received(byte[] json);
    }
}
