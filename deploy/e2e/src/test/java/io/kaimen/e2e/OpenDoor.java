package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A purchase whose door stays open until the test has it closed. */
final class OpenDoor {

    private final Stack stack;
    private final String sn;
    private final CompletableFuture<JsonNode> bought;

    private OpenDoor(Stack stack, String sn, CompletableFuture<JsonNode> bought) {
        this.stack = stack;
        this.sn = sn;
        this.bought = bought;
    }

    /**
     * At a cabinet that is there already; one unit of lane 1 is taken. Returns with the door open.
     */
    static OpenDoor at(Stack stack, String sn) {
        String faults = stack.url("simulator") + "/cabinets/" + sn + "/faults";
        assertThat(Api.put(faults, "", "[{\"fault\":\"left-open\",\"times\":1}]").status())
                .isEqualTo(200);
        var bought =
                CompletableFuture.supplyAsync(
                        () -> stack.bought("--cabinet", sn, "--take", "1=1"),
                        task -> Thread.ofVirtual().start(task));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        stack.count(
                                        "select count(*) from device.door_session where state = 'OPENED' and sn = '"
                                                + sn
                                                + "'")
                                == 1);
        // Closed sooner, the shopper would have done it, and the fault waited for the next one.
        await().atMost(Duration.ofSeconds(15))
                .until(() -> Api.get(faults, "").body().toString().contains("\"over\":true"));
        return new OpenDoor(stack, sn, bought);
    }

    /** Somebody shuts the door. */
    void close() {
        String close = stack.url("simulator") + "/cabinets/" + sn + "/doors/1/close";
        assertThat(Api.post(close, "", "{}").status()).isEqualTo(200);
    }

    /** What {@code deploy/buy} says when it is paid. */
    JsonNode bought() {
        return bought.join();
    }
}
