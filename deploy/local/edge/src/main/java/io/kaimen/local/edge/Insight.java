package io.kaimen.local.edge;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * What developers look at, on this machine only: each service's description of its API and its
 * metrics, and one page for all descriptions. Production's edge has none of it.
 */
@Configuration(proxyBeanMethods = false)
class Insight {

    private static final URI PAGE = URI.create("/api-docs/");

    @Bean
    RouteLocator descriptionsAndMetrics(RouteLocatorBuilder routes, GatewayProperties gateway) {
        var all = routes.routes();
        for (var service : Routes.services(gateway)) {
            forward(all, "/api-docs/" + service, "/v3/api-docs", service);
            forward(all, "/metrics/" + service, "/actuator/prometheus", service);
        }
        return all.build();
    }

    private static void forward(
            RouteLocatorBuilder.Builder routes, String from, String to, String service) {
        routes.route(
                from,
                route ->
                        route.path(from)
                                .and()
                                .method(HttpMethod.GET)
                                .filters(filters -> filters.setPath(to))
                                .uri("lb://" + service));
    }

    /** The page, and the names of the services in its list. */
    @Bean
    RouterFunction<ServerResponse> apiDocsPage(GatewayProperties gateway) {
        List<String> services = Routes.services(gateway);
        return route(GET("/api-docs"), request -> ServerResponse.seeOther(PAGE).build())
                .andRoute(
                        GET(PAGE.getPath()),
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.TEXT_HTML)
                                        .bodyValue(new ClassPathResource("api-docs.html")))
                .andRoute(
                        GET(PAGE + "services"), request -> ServerResponse.ok().bodyValue(services));
    }
}
