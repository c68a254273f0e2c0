package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.line.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A line to nobody but the test. */
final class WatchedLine implements Line {

    /** A message on the line. */
    record Sent(String kind, JsonNode json, CompletableFuture<Void> acknowledged) {}

    final List<Sent> sent = new ArrayList<>();
    boolean acknowledges = true;
    private @Nullable Listener listener;
    private boolean connected;
    boolean left;

    @Override
    public void open(Listener hearing) {
        listener = hearing;
    }

    @Override
    public CompletableFuture<Void> send(Outgoing message) {
        if (!connected) {
            return CompletableFuture.failedFuture(new IllegalStateException("not connected"));
        }
        var acknowledged = new CompletableFuture<Void>();
        sent.add(new Sent(message.kind(), Messages.MAPPER.readTree(message.json()), acknowledged));
        if (acknowledges) {
            acknowledged.complete(null);
        }
        return acknowledged;
    }

    void connect() {
        connected = true;
        Objects.requireNonNull(listener).online();
    }

    @Override
    public void hangUp() {
        connected = false;
        sent.forEach(message ->
                message.acknowledged().completeExceptionally(new IllegalStateException("lost")));
        Objects.requireNonNull(listener).offline();
    }

    @Override
    public void leave() {
        left = true;
        if (connected) {
            hangUp();
        }
    }

    @Override
    public void comeBack() {
        left = false;
        connect();
    }

    @Override
    public void close() {
        connected = false;
    }

    void down(String json) {
        Objects.requireNonNull(listener).received(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The payloads of one kind, oldest first. */
    List<JsonNode> all(String kind) {
        return sent.stream()
                .filter(message -> message.kind().equals(kind))
                .map(Sent::json)
                .toList();
    }

    JsonNode last(String kind) {
        return all(kind).getLast();
    }

    /** The doors' events by name. */
    List<String> events() {
        return all("event").stream().map(event -> event.path("event").asString()).toList();
    }

    void forget() {
        sent.clear();
    }
}
