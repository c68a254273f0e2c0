package io.kaimen.simulator.cabinet;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The one way out of a cabinet. */
public interface Uplink {

    /**
     * Publishes below {@code cabinet/{sn}/up/}.
     *
     * @param kind the topic's last level
     * @param acknowledged QoS 1 instead of 0
     * @return completed when acknowledged (QoS 0: sent), failed otherwise
     */
    CompletableFuture<Void> publish(String kind, Map<String, Object> payload, boolean acknowledged);
}
