package io.kaimen.local.shop;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A shopper with a phone: the mini-program's API, and the platform's own page in the sandbox. */
public final class Shopper {

    private static final String PLATFORM = "wechat";

    private final Http edge;
    private final Http sandbox;
    private final String openid;
    private final boolean isNew;

    private Shopper(Http edge, Http sandbox, String openid, boolean isNew) {
        this.edge = edge;
        this.sandbox = sandbox;
        this.openid = openid;
        this.isNew = isNew;
    }

    /**
     * Opens the mini-program.
     *
     * @throws Http.CallRefused when the login is refused
     */
    public static Shopper logIn(Instance instance, String openid) throws InterruptedException {
        var edge = new Http("edge", instance.url(Port.EDGE));
        var sandbox = new Http("sandbox", instance.url(Port.SANDBOX));
        var code = sandbox.post("/sandbox/codes", Map.of("openid", openid)).path("code").asString();
        var login = edge.post("/shopper/login", Map.of("platform", PLATFORM, "code", code));
        return new Shopper(
                edge.as(login.path("token").asString()),
                sandbox,
                openid,
                login.path("firstLogin").asBoolean());
    }

    /** Whether this was the first login. */
    public boolean isNew() {
        return isNew;
    }

    /** What a door sells, as {@code GET /shopper/doors/…} answers. */
    public JsonNode offer(String sn, int door) throws InterruptedException {
        return edge.get("/shopper/doors/%s/%d".formatted(sn, door));
    }

    /** Taps "open the door"; the answer, whatever it is. */
    public Http.Answer place(String sn, int door) throws InterruptedException {
        return edge.call(
                "POST", "/shopper/orders", Map.of("sn", sn, "door", door, "platform", PLATFORM));
    }

    /**
     * Confirms on the platform's page.
     *
     * @param placed as placing answered
     * @return whether there was anything to confirm: a running order may have been before
     */
    public boolean confirm(JsonNode placed) throws InterruptedException {
        var packageToken = placed.path("authorisation").path("package").asString("");
        if (packageToken.isEmpty()) {
            return false;
        }
        sandbox.post(
                "/sandbox/payscore/confirm", Map.of("package", packageToken, "openid", openid));
        return true;
    }

    /**
     * One of the shopper's orders; nothing while the service is away, for the order goes on without
     * who watches it.
     *
     * @throws Http.CallRefused when it is not the shopper's to see
     */
    public Optional<JsonNode> order(String orderNo) throws InterruptedException {
        var path = "/shopper/orders/" + orderNo;
        try {
            var answer = edge.call("GET", path, null);
            if (answer.status() / 100 == 4) {
                throw new Http.CallRefused("edge", "GET " + path, answer);
            }
            return Optional.of(answer).filter(Http.Answer::succeeded).map(Http.Answer::body);
        } catch (Http.Unreachable away) {
            return Optional.empty();
        }
    }
}
