package io.kaimen.local.shop;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** An operator at the admin API, behind the edge like all operators. */
public final class Operator {

    private static final String NAME = "admin";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Http admin;

    private Operator(Http admin) {
        this.admin = admin;
    }

    /** Logs in with the password the stack was started with. */
    public static Operator logIn(Instance instance) throws InterruptedException {
        var edge = new Http("edge", instance.url(Port.EDGE));
        var credentials =
                Map.of("name", NAME, "password", instance.secrets().get(Secret.ADMINISTRATOR));
        var token = edge.post("/admin/login", credentials).path("token").asString();
        return new Operator(edge.as(token));
    }

    /**
     * An operator who shows the stack's own key instead of logging in: to look at orders while
     * account-service, where operators log in, is down.
     */
    public static Operator withKeyOf(Instance instance) {
        var token =
                OperatorToken.of(
                        instance.secrets().get(Secret.TOKEN), NAME, Clock.systemUTC().instant());
        return new Operator(new Http("edge", instance.url(Port.EDGE)).as(token));
    }

    /** Registers the demo's region, site, warehouse and products; those there are left alone. */
    void registerCatalogue() throws InterruptedException {
        register("/admin/regions", Demo.REGION);
        register("/admin/sites", Demo.SITE);
        register("/admin/warehouses", Demo.WAREHOUSE);
        for (var slot : Demo.SLOTS) {
            register("/admin/products", slot.product());
        }
    }

    /** Somebody may have given a price or name another value since: that stays. */
    private void register(String path, Object what) throws InterruptedException {
        var answer = admin.call("POST", path, what);
        if (!answer.succeeded() && answer.status() != CONFLICT) {
            throw new Http.CallRefused("edge", "POST " + path, answer);
        }
    }

    /** The cabinet, when it is registered. */
    public Optional<JsonNode> cabinet(String sn) throws InterruptedException {
        return find("/admin/cabinets/" + sn);
    }

    /** Registers a demo cabinet; its credential when it is new. */
    Optional<String> registerCabinet(String sn) throws InterruptedException {
        return Optional.of(
                        admin.post("/admin/cabinets", Demo.cabinet(sn))
                                .path("credential")
                                .asString(""))
                .filter(credential -> !credential.isEmpty());
    }

    String rotateCredential(String sn) throws InterruptedException {
        return admin.post("/admin/cabinets/%s/credential".formatted(sn), Map.of())
                .path("credential")
                .asString();
    }

    void setPlanogram(String sn) throws InterruptedException {
        admin.put("/admin/cabinets/%s/planogram".formatted(sn), Demo.planogram());
    }

    /**
     * Units by lane, as booked; nothing while nobody has heard of the cabinet's planogram, or
     * nobody has counted.
     */
    Optional<Map<Integer, Integer>> bookedUnits(String sn) throws InterruptedException {
        return find("/admin/stock/" + sn)
                .map(stock -> {
                    var units = new TreeMap<Integer, Integer>();
                    for (var lane : stock.path("lanes")) {
                        units.put(lane.path("lane").asInt(), lane.path("units").asInt());
                    }
                    return Map.copyOf(units);
                })
                .filter(units -> !units.isEmpty());
    }

    void countStock(String sn, int lane, int units) throws InterruptedException {
        admin.put(
                "/admin/stock/%s/lanes/%d".formatted(sn, lane),
                Map.of("units", units, "reason", "filled for trying"));
    }

    /** Everything order-service knows of an order. */
    public Optional<JsonNode> order(String orderNo) throws InterruptedException {
        return find("/admin/orders/" + orderNo);
    }

    /** Everything all services know of an order. */
    public Optional<JsonNode> trace(String orderNo) throws InterruptedException {
        return find("/admin/orders/" + orderNo + "/trace");
    }

    private Optional<JsonNode> find(String path) throws InterruptedException {
        var answer = admin.call("GET", path, null);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.succeeded()) {
            throw new Http.CallRefused("edge", "GET " + path, answer);
        }
        return Optional.of(answer.body());
    }
}
