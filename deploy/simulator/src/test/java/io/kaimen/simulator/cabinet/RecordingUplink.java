package io.kaimen.simulator.cabinet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a cabinet published; acknowledges at once unless told otherwise. */
final class RecordingUplink implements Uplink {

    final List<Sent> sent = new ArrayList<>();
    boolean broken;

    record Sent(String kind, Map<String, Object> payload) {}

    @Override
    public CompletableFuture<Void> publish(
            String kind, Map<String, Object> payload, boolean acknowledged) {
        sent.add(new Sent(kind, payload));
        return broken
                ? CompletableFuture.failedFuture(new IllegalStateException("no acknowledgement"))
                : CompletableFuture.completedFuture(null);
    }

    List<Map<String, Object>> of(String kind) {
        return sent.stream()
                .filter(message -> message.kind().equals(kind))
                .map(Sent::payload)
                .toList();
    }

    List<Object> events() {
        return of("event").stream().map(event -> event.get("event")).toList();
    }

    List<Object> outcomes() {
        return of("answer").stream().map(answer -> answer.get("outcome")).toList();
    }
}
