package io.kaimen.local.edge;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that a service could read as another path than the one that was routed, such as
 * {@code /shopper/../internal}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainPaths implements WebFilter {

    /** Dot segments, doubled slashes, backslashes, path parameters, and any of those encoded. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("/\\.{1,2}(/|$)|//|\\\\|;|%2e|%2f|%5c|%3b|%25|%00");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getURI().getRawPath().toLowerCase(Locale.ROOT);
        return AMBIGUOUS.matcher(path).find()
                ? Mono.error(
                        new ResponseStatusException(
                                HttpStatus.BAD_REQUEST, "The path is not in its plain form."))
                : chain.filter(exchange);
    }
}
