package io.kaimen.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class NginxRoutesTest {

    /** A path and all below it, and the service that answers. */
    private static final Pattern NGINX_ROUTE =
            Pattern.compile("^\\s+~\\^(/[a-z/-]+)\\(/\\|\\$\\)\\s+([a-z-]+);$");

    @Test
    void productionRoutesAsTheLocalEdgeDoes() throws IOException {
        var nginx = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("../../nginx/kaimen.conf"))) {
            var route = NGINX_ROUTE.matcher(line);
            if (route.matches()) {
                nginx.put(route.group(1) + "/**", route.group(2));
            }
        }

        assertThat(nginx).isNotEmpty().containsExactlyEntriesOf(localRoutes());
    }

    /** Without those to what stands in for the platform and the cabinets. */
    private static TreeMap<String, String> localRoutes() throws IOException {
        var yaml =
                new YamlPropertySourceLoader()
                        .load("application", new ClassPathResource("application.yml"))
                        .getFirst();
        var routes = new TreeMap<String, String>();
        IntStream.range(0, 100)
                .mapToObj(i -> "spring.cloud.gateway.server.webflux.routes[" + i + "].")
                .filter(route ->
                        String.valueOf(yaml.getProperty(route + "uri")).startsWith("lb://"))
                .forEach(route -> {
                    var service =
                            String.valueOf(yaml.getProperty(route + "uri")).replace("lb://", "");
                    var paths =
                            String.valueOf(yaml.getProperty(route + "predicates[0]"))
                                    .replace("Path=", "");
                    Stream.of(paths.split(",")).forEach(path -> routes.put(path, service));
                });
        return routes;
    }
}
