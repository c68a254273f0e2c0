package io.kaimen.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kaimen.simulator.cabinet.CabinetPlan;
import io.kaimen.simulator.cabinet.VirtualCabinet;
import io.kaimen.simulator.cabinet.Visit;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The controls over HTTP: cabinets are put, looked at and visited. */
public final class ControlServer {

    private static final Logger log = LoggerFactory.getLogger(ControlServer.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CABINET = Pattern.compile("/cabinets/([A-Za-z0-9_-]{1,64})");
    private static final Pattern VISIT =
            Pattern.compile(CABINET.pattern() + "/doors/(\\d{1,4})/visit");

    private final HttpServer server;
    private final Fleet fleet;

    public ControlServer(InetSocketAddress address, Fleet fleet) throws IOException {
        this.fleet = fleet;
        server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    public void start() {
        server.start();
        log.info("controls at {}", server.getAddress());
    }

    /** The port in use, for a server that was given none. */
    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    /** What is answered. */
    private record Answer(int status, Object body) {

        static Answer refused(int status, String detail) {
            return new Answer(status, Map.of("status", status, "detail", detail));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = answer(exchange);
        } catch (IllegalArgumentException | JacksonException e) {
            answer = Answer.refused(400, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            answer = Answer.refused(500, "see the simulator's log");
        }
        byte[] body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher visit = VISIT.matcher(path);
        Matcher cabinet = CABINET.matcher(path);
        if (path.equals("/")) {
            return new Answer(200, Map.of("cabinets", fleet.views().size()));
        } else if (path.equals("/cabinets")) {
            return new Answer(200, fleet.views());
        } else if (visit.matches()) {
            return visit(exchange, visit.group(1), Integer.parseInt(visit.group(2)));
        } else if (cabinet.matches()) {
            return cabinet(exchange, cabinet.group(1));
        }
        return Answer.refused(404, "there is nothing at " + path);
    }

    private Answer cabinet(HttpExchange exchange, String sn) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                CabinetPlan plan = JSON.readValue(exchange.getRequestBody(), CabinetPlan.class);
                yield new Answer(200, fleet.set(sn, plan).view());
            }
            case "GET" ->
                    fleet.find(sn)
                            .map(found -> new Answer(200, found.view()))
                            .orElseGet(() -> Answer.refused(404, "no virtual cabinet " + sn));
            case "DELETE" ->
                    fleet.remove(sn)
                            ? new Answer(200, Map.of("removed", sn))
                            : Answer.refused(404, "no virtual cabinet " + sn);
            default -> Answer.refused(405, "GET, PUT or DELETE");
        };
    }

    private Answer visit(HttpExchange exchange, String sn, int door) throws IOException {
        VirtualCabinet found = fleet.find(sn).orElse(null);
        if (found == null) {
            return Answer.refused(404, "no virtual cabinet " + sn);
        }
        return switch (exchange.getRequestMethod()) {
            case "POST" -> {
                found.expect(door, JSON.readValue(exchange.getRequestBody(), Visit.class));
                yield new Answer(200, found.visit(door));
            }
            case "GET" -> new Answer(200, found.visit(door));
            default -> Answer.refused(405, "GET or POST");
        };
    }
}
