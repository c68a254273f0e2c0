package io.kaimen.comm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The meters of comm-service, all named {@code kaimen.comm.*}; tags come from small fixed sets. */
@Component
public class CommMetrics {

    private final MeterRegistry registry;

    public CommMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A number read when asked for: sessions, sockets, messages in flight. */
    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder("kaimen.comm." + name, value).register(registry);
    }

    /** A CONNECT was refused. */
    public void refused(String reason) {
        counter("refusals", "reason", reason).increment();
    }

    /** A connection ended, accepted or not. */
    public void ended(String reason) {
        counter("endings", "reason", reason).increment();
    }

    /** A published message was dealt with: stored, invalid or failed. */
    public void message(String kind, String result) {
        Counter.builder("kaimen.comm.messages")
                .tag("kind", kind)
                .tag("result", result)
                .register(registry)
                .increment();
    }

    /** From reading a message off the socket to its PUBACK. */
    public void acknowledged(String kind, Duration after) {
        Timer.builder("kaimen.comm.puback")
                .tag("kind", kind)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry)
                .record(after);
    }

    /** What became of a command. */
    public void command(String outcome) {
        counter("commands", "outcome", outcome).increment();
    }

    /** Heartbeats that reached Redis, or were lost on the way. */
    public void heartbeats(String result, int count) {
        counter("heartbeats", "result", result).increment(count);
    }

    private Counter counter(String name, String tag, String value) {
        return registry.counter("kaimen.comm." + name, tag, value);
    }
}
