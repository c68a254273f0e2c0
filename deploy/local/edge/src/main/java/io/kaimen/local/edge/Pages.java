package io.kaimen.local.edge;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/** Serves the built pages below {@code /pages}, and sends {@code /} to the start page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
class Pages implements WebFluxConfigurer {

    private static final String INDEX = "/index.html";
    private static final String START = "start";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Path folder;

    Pages(EdgeProperties properties) {
        this.folder = properties.pages().toAbsolutePath();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // An asset's name holds a digest of its content, so another content has another name.
        serve(registry, "/pages/*/assets/**", CacheControl.maxAge(FOR_GOOD).cachePublic());
        serve(registry, "/pages/**", CacheControl.noCache());
    }

    private void serve(ResourceHandlerRegistry registry, String paths, CacheControl caching) {
        registry.addResourceHandler(paths)
                .addResourceLocations(location())
                .setCacheControl(caching)
                .resourceChain(false)
                .addResolver(new Indexed());
    }

    /** As a URL, which ends with a slash whether or not the folder is there yet. */
    private String location() {
        return folder.toUri().toString().replaceFirst("/*$", "/");
    }

    @Bean
    RouterFunction<ServerResponse> startPage() {
        var start = URI.create("/pages/" + START + "/");
        return RouterFunctions.route(
                GET("/").and(request -> Files.exists(folder.resolve(START + INDEX))),
                request -> ServerResponse.seeOther(start).build());
    }

    /** Answers a folder with the page in it. */
    private static final class Indexed extends PathResourceResolver {

        @Override
        protected Mono<Resource> getResource(String path, Resource location) {
            return super.getResource(path, location)
                    .switchIfEmpty(
                            Mono.defer(() ->
                                    super.getResource(path.replaceFirst("/*$", INDEX), location)));
        }
    }
}
