package io.kaimen.local.edge;

import java.net.ConnectException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.PrematureCloseException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the edge itself refuses or cannot deliver with RFC 9457 problem details, as the
 * services do.
 */
@Component
@Order(-2)
class EdgeProblems implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(EdgeProblems.class);

    private final JsonMapper json;

    EdgeProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var status = statusOf(failure);
        if (status.is5xxServerError()) {
            log.warn(
                    "{} {} answered {}: {}",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    status.value(),
                    failure.toString());
        }
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() ->
                        response.bufferFactory().wrap(json.writeValueAsBytes(problem(status)))));
    }

    private static HttpStatus statusOf(Throwable failure) {
        return switch (failure) {
            case ResponseStatusException known -> known(known);
            // It has just gone and Eureka does not know yet.
            case ConnectException gone -> HttpStatus.SERVICE_UNAVAILABLE;
            case PrematureCloseException broken -> HttpStatus.BAD_GATEWAY;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static HttpStatus known(ResponseStatusException failure) {
        var status = HttpStatus.resolve(failure.getStatusCode().value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static ProblemDetail problem(HttpStatus status) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail(status));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return problem;
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case BAD_REQUEST -> "The request could not be understood.";
            case SERVICE_UNAVAILABLE, BAD_GATEWAY ->
                    "The service is not there at the moment; try again shortly.";
            case GATEWAY_TIMEOUT -> "The service did not answer in time.";
            default ->
                    status.is5xxServerError()
                            ? "Something went wrong on our side."
                            : status.getReasonPhrase() + ".";
        };
    }
}
