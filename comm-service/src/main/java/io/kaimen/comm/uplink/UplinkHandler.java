package io.kaimen.comm.uplink;

import java.util.concurrent.CompletableFuture;

/** Takes one kind of message from cabinets to where it is kept. */
interface UplinkHandler {

    /** The last level of its topic, also the tag of its metrics. */
    String kind();

    /**
     * Hands a message on, without blocking.
     *
     * @return completed when it is safe to acknowledge
     * @throws InvalidPayload when it is not what the protocol allows
     */
    CompletableFuture<Void> handle(Received message);
}
