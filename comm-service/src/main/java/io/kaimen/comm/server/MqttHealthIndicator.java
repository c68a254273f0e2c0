package io.kaimen.comm.server;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while cabinets cannot connect. */
@Component
class MqttHealthIndicator implements HealthIndicator {

    private final CabinetServer server;

    MqttHealthIndicator(CabinetServer server) {
        this.server = server;
    }

    @Override
    public Health health() {
        return server.isRunning()
                ? Health.up().withDetail("port", server.port()).build()
                : Health.down().build();
    }
}
