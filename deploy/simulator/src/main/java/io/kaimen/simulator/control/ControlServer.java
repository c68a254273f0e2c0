package io.kaimen.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kaimen.simulator.cabinet.CabinetDefinition;
import io.kaimen.simulator.cabinet.Fleet;
import io.kaimen.simulator.cabinet.RunningCabinet;
import io.kaimen.simulator.cabinet.Touching;
import io.kaimen.simulator.cabinet.VisitPlan;
import io.kaimen.simulator.control.Answer.Refused;
import io.kaimen.simulator.fault.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The controls over HTTP, in JSON; see the README beside the module. */
public final class ControlServer {

    private static final Logger log = LoggerFactory.getLogger(ControlServer.class);
    private static final int MOST_BYTES = 1 << 20;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final HttpServer server;
    private final Fleet fleet;

    /**
     * @throws IOException when the address cannot be bound
     */
    public ControlServer(InetSocketAddress address, Fleet fleet) throws IOException {
        this.fleet = fleet;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    public void start() {
        server.start();
    }

    public void stop() {
        server.stop(0);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] json = MAPPER.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(json);
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            String[] path = exchange.getRequestURI().getPath().replaceAll("^/|/$", "").split("/");
            byte[] body = read(exchange);
            return route(
                    exchange.getRequestMethod(), path, exchange.getRequestURI().getQuery(), body);
        } catch (JacksonException | IllegalArgumentException e) {
            return Answer.problem(400, e);
        } catch (IllegalStateException e) {
            return Answer.problem(409, e);
        } catch (Refused e) {
            return Answer.problem(e.status(), e);
        } catch (RuntimeException e) {
            log.error("{} failed", exchange.getRequestURI(), e);
            return Answer.problem(500, e);
        }
    }

    /** The list of everything there is to call. */
    private Answer route(String method, String[] path, @Nullable String query, byte[] body) {
        String shape =
                switch (path.length) {
                    case 1 -> path[0];
                    case 2 -> path[0] + "/*";
                    case 3 -> path[0] + "/*/" + path[2];
                    case 5 -> path[0] + "/*/" + path[2] + "/*/" + path[4];
                    default -> "";
                };
        return switch (method + " " + shape) {
            case "GET " -> Answer.ok(Map.of("cabinets", fleet.all().size()));
            case "GET cabinets" ->
                    Answer.ok(fleet.all().stream().map(RunningCabinet::view).toList());
            case "PUT cabinets/*" ->
                    Answer.ok(
                            fleet.start(path[1], MAPPER.readValue(body, CabinetDefinition.class))
                                    .view());
            case "GET cabinets/*" -> Answer.ok(cabinet(path).view());
            case "DELETE cabinets/*" -> remove(path[1]);
            case "GET cabinets/*/faults" -> Answer.ok(cabinet(path).view().faults());
            case "PUT cabinets/*/faults" -> fault(cabinet(path), Wanted.list(body));
            case "DELETE cabinets/*/faults" -> fault(cabinet(path), List.of());
            case "GET cabinets/*/unlocks" -> Answer.ok(cabinet(path).unlocks());
            case "GET cabinets/*/traffic" -> Answer.ok(cabinet(path).traffic().after(after(query)));
            case "POST cabinets/*/hang-up" -> hangUp(cabinet(path));
            case "POST cabinets/*/doors/*/visit" ->
                    Answer.ok(
                            cabinet(path)
                                    .visit(door(path), MAPPER.readValue(body, VisitPlan.class)));
            case "GET cabinets/*/doors/*/visit" -> visit(cabinet(path), door(path));
            case "POST cabinets/*/doors/*/pull" -> Answer.ok(cabinet(path).pull(door(path)));
            case "POST cabinets/*/doors/*/take" ->
                    Answer.ok(cabinet(path).take(door(path), touching(body)));
            case "POST cabinets/*/doors/*/put" ->
                    Answer.ok(cabinet(path).put(door(path), touching(body)));
            case "POST cabinets/*/doors/*/close" -> Answer.ok(cabinet(path).close(door(path)));
            default -> throw new Refused(404, "no such control");
        };
    }

    private RunningCabinet cabinet(String[] path) {
        return fleet.find(path[1]).orElseThrow(() -> new Refused(404, "no such cabinet"));
    }

    private static int door(String[] path) {
        return Integer.parseInt(path[3]);
    }

    /** The number in {@code after=N}; 0 when nothing is asked. */
    private static long after(@Nullable String query) {
        return query == null ? 0 : Long.parseLong(query.replaceFirst("^after=", ""));
    }

    private Answer remove(String sn) {
        if (!fleet.remove(sn)) {
            throw new Refused(404, "no such cabinet");
        }
        return Answer.ok(Map.of("removed", sn));
    }

    private static Answer hangUp(RunningCabinet cabinet) {
        cabinet.hangUp();
        return Answer.ok(cabinet.view());
    }

    private static Answer fault(RunningCabinet cabinet, List<Wanted> wanted) {
        cabinet.fault(wanted);
        return Answer.ok(cabinet.view().faults());
    }

    private static Answer visit(RunningCabinet cabinet, int door) {
        var progress = cabinet.visit(door);
        if (progress == null) {
            throw new Refused(404, "nobody has visited this door");
        }
        return Answer.ok(progress);
    }

    private static Touching touching(byte[] body) {
        return MAPPER.readValue(body, Touching.class);
    }

    private static byte[] read(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused(413, "too much");
            }
            return bytes;
        }
    }
}
