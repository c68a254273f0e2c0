package io.kaimen.local.check.source;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox that plays the payment platform; what has ended there is asked for once. */
public final class SandboxOrders implements PlatformOrders {

    private static final String SANDBOX = "sandbox";
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    /** Nothing moves an order on from these. */
    private static final Set<String> ENDED = Set.of("DONE", "REVOKED", "EXPIRED");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final String orders;
    private final Map<String, PlatformOrder> ended = new HashMap<>();

    /** Connects when it is asked. */
    public SandboxOrders(Instance instance) {
        this.orders = instance.url(Port.SANDBOX) + "/sandbox/payscore/orders";
    }

    @Override
    public Optional<PlatformOrder> find(String orderNo) {
        var known = ended.get(orderNo);
        if (known != null) {
            return Optional.of(known);
        }
        var order = get("/" + orderNo).map(view -> view.path("order")).filter(JsonNode::isObject);
        var told = order.map(node -> read(orderNo, node));
        told.filter(one -> ENDED.contains(one.state())).ifPresent(one -> ended.put(orderNo, one));
        return told;
    }

    @Override
    public List<Listed> all() {
        return get("?limit=" + Integer.MAX_VALUE).stream()
                .flatMap(JsonNode::valueStream)
                .map(line ->
                        new Listed(
                                line.path("out_order_no").asString(),
                                Instant.parse(line.path("created_at").asString())))
                .toList();
    }

    static PlatformOrder read(String orderNo, JsonNode order) {
        var collection = order.path("collection");
        var total = order.path("total_amount");
        return new PlatformOrder(
                orderNo,
                order.path("state").asString(""),
                total.isNumber() ? Long.valueOf(total.asLong()) : null,
                collection.path("paid_amount").asLong(0),
                collection.path("details").path(0).path("transaction_id").asString(null));
    }

    private Optional<JsonNode> get(String path) {
        var request = HttpRequest.newBuilder(URI.create(orders + path)).timeout(ANSWER_WITHIN);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case OK -> Optional.of(json.readTree(response.body()));
                case NOT_FOUND -> Optional.empty();
                default -> throw new Unreachable(SANDBOX, response.statusCode() + " to " + path);
            };
        } catch (IOException e) {
            throw new Unreachable(SANDBOX, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(SANDBOX, e);
        }
    }
}
