package io.kaimen.order.played;

import java.util.List;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says that every other service is at this one's own port. */
@Component
class Itself implements DiscoveryClient {

    private final Environment environment;

    Itself(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String description() {
        return "played services";
    }

    @Override
    public List<ServiceInstance> getInstances(String service) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return List.of(
                new DefaultServiceInstance(service + "-1", service, "127.0.0.1", port, false));
    }

    @Override
    public List<String> getServices() {
        return List.of("device-service", "account-service", "channel-service", "replenish-service");
    }
}
