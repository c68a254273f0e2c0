package io.kaimen.local.edge;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id that services log and callers read back; one that a caller sent is
 * kept.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestId implements WebFilter {

    static final String HEADER = "X-Request-Id";

    /** Goes into logs: nothing but letters, digits and hyphens, and not endless. */
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var sent = exchange.getRequest().getHeaders().getFirst(HEADER);
        var id =
                sent != null && ACCEPTABLE.matcher(sent).matches()
                        ? sent
                        : UUID.randomUUID().toString();
        var headers = exchange.getResponse().getHeaders();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> headers.set(HEADER, id)));
        return chain.filter(
                exchange.mutate().request(request -> request.header(HEADER, id)).build());
    }
}
