package io.kaimen.order.trace;

import io.kaimen.contracts.ServiceName;
import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TracePart;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks all services at once for their parts; who does not answer in time is left out and named. */
@Component
class TraceParts {

    private static final Logger log = LoggerFactory.getLogger(TraceParts.class);

    /**
     * Above a connect and a read timeout of the clients together, which are set in application.yml.
     */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private final Map<ServiceName, TraceApi> services = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    TraceParts(
            DeviceTrace device,
            ChannelTrace channel,
            AccountTrace account,
            ReplenishTrace replenish) {
        services.put(ServiceName.DEVICE, device);
        services.put(ServiceName.CHANNEL, channel);
        services.put(ServiceName.ACCOUNT, account);
        services.put(ServiceName.REPLENISH, replenish);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /**
     * What came back.
     *
     * @param missing names of services that did not answer
     */
    record Gathered(Map<ServiceName, TracePart> parts, List<String> missing) {}

    /** Asks every service. */
    Gathered of(String orderNo) {
        return gather(orderNo, List.copyOf(services.keySet()));
    }

    /** Asks one of them. */
    Gathered of(String orderNo, ServiceName service) {
        return gather(orderNo, List.of(service));
    }

    private Gathered gather(String orderNo, List<ServiceName> asked) {
        Map<ServiceName, TracePart> parts = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        List<Future<TracePart>> answers = ask(orderNo, asked);
        for (int i = 0; i < asked.size(); i++) {
            ServiceName service = asked.get(i);
            TracePart part = part(orderNo, service, answers.get(i));
            if (part == null) {
                missing.add(service.registeredName());
            } else {
                parts.put(service, part);
            }
        }
        missing.sort(Comparator.naturalOrder());
        return new Gathered(parts, missing);
    }

    private List<Future<TracePart>> ask(String orderNo, List<ServiceName> asked) {
        List<Callable<TracePart>> calls = new ArrayList<>();
        for (ServiceName service : asked) {
            calls.add(() -> api(service).trace(orderNo));
        }
        try {
            return threads.invokeAll(calls, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking for traces", stopping);
        }
    }

    private TraceApi api(ServiceName service) {
        TraceApi api = services.get(service);
        if (api == null) {
            throw new IllegalArgumentException(service + " has no traces");
        }
        return api;
    }

    /** All calls have ended by now, one way or the other. */
    private static @Nullable TracePart part(
            String orderNo, ServiceName service, Future<TracePart> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            log.warn(
                    "{} has no trace of {}: {}",
                    service,
                    orderNo,
                    String.valueOf(failed.getCause()));
        } catch (CancellationException late) {
            log.warn("{} did not tell its trace of {} within {}", service, orderNo, PATIENCE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
