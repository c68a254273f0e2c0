package io.kaimen.local.edge;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Up when every service that is routed to has an instance: {@code /actuator/health/routes} tells
 * which are {@code found} and which {@code missing}.
 */
@Component("routes")
class Routes implements ReactiveHealthIndicator {

    private final ReactiveDiscoveryClient services;
    private final List<String> needed;

    Routes(ReactiveDiscoveryClient services, GatewayProperties gateway) {
        this.services = services;
        this.needed = services(gateway);
    }

    /** The services that something is routed to, by name. */
    static List<String> services(GatewayProperties gateway) {
        return gateway.getRoutes().stream()
                .flatMap(route -> Stream.ofNullable(route.getUri()))
                .filter(uri -> "lb".equals(uri.getScheme()))
                .map(URI::getHost)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Mono<Health> health() {
        return Flux.fromIterable(needed)
                .filterWhen(service -> services.getInstances(service).hasElements())
                .collectList()
                .map(this::health);
    }

    private Health health(List<String> found) {
        var missing = needed.stream().filter(service -> !found.contains(service)).toList();
        return (missing.isEmpty() ? Health.up() : Health.down())
                .withDetail("found", found)
                .withDetail("missing", missing)
                .build();
    }
}
