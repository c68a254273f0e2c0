package io.kaimen.local.rocketmq;

import org.apache.rocketmq.store.ha.DefaultHAService;

/**
 * Replication for a broker that has no replicas: it listens for none.
 *
 * <p>RocketMQ's own would accept them on every interface of the machine, whatever address the
 * broker is bound to. The store finds this class through {@code META-INF/service}.
 */
public final class NoReplicas extends DefaultHAService {

    @Override
    public void start() {}

    @Override
    public void shutdown() {}
}
