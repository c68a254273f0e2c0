package io.kaimen.order.played;

import feign.RequestInterceptor;
import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracePart;
import io.kaimen.contracts.trace.TracedLane;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every other service's part of traces; all are at one address here, so calls say whom they mean.
 */
@RestController
public class PlayedTraces implements TraceApi {

    private static final String MEANT = "X-Meant";

    private final HttpServletRequest request;
    private final Map<String, TracePart> parts = new ConcurrentHashMap<>();
    private final Map<String, Stall> stalls = new ConcurrentHashMap<>();
    private volatile @Nullable String failing;

    PlayedTraces(HttpServletRequest request) {
        this.request = request;
    }

    @Configuration(proxyBeanMethods = false)
    static class Meant {

        @Bean
        RequestInterceptor meant() {
            return call -> call.header(MEANT, call.feignTarget().name());
        }
    }

    /** What a service will say of an order. */
    public void knows(String service, String orderNo, List<TraceMoment> moments) {
        parts.put(service + orderNo, TracePart.of(moments));
    }

    /** The same with lanes. */
    public void knows(
            String service, String orderNo, List<TraceMoment> moments, List<TracedLane> lanes) {
        parts.put(service + orderNo, new TracePart(moments, lanes));
    }

    /** From now on this service fails; null for none. */
    public void failing(@Nullable String service) {
        failing = service;
    }

    /** The service does not answer about any order until closed. */
    public Stall stall(String service) {
        var fresh = new Stall();
        stalls.put(service, fresh);
        return fresh;
    }

    @Override
    public TracePart trace(String orderNo) {
        String service = request.getHeader(MEANT);
        if (service.equals(failing)) {
            throw new IllegalStateException("told to fail");
        }
        Stall stall = stalls.remove(service);
        if (stall != null) {
            stall.here();
        }
        return parts.getOrDefault(service + orderNo, TracePart.of(List.of()));
    }
}
