package io.kaimen.device;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.comm.CabinetReported;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.comm.Origin;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.device.CabinetSessionsApi;
import io.kaimen.contracts.device.CabinetSessionsApi.OpenSession;
import io.kaimen.contracts.device.CabinetSessionsApi.SessionAnswer;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * Cabinets for tests: registered through the admin API, speaking through RocketMQ as comm-service
 * would for them. Each has door 1 with lanes 1 (cola, 330 g, 350 fen) and 2 (soap, 500 g, 990 fen)
 * and door 2 with lane 3 (cola).
 */
@TestComponent
public class TestCabinets {

    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

    private final MessageSender sender;
    private final CabinetSessionsApi sessions;
    private final Tokens tokens;
    private int port;

    TestCabinets(MessageSender sender, CabinetSessionsApi sessions, Tokens tokens) {
        this.sender = sender;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    public Operators as(Role role) {
        return new Operators(port, tokens, role);
    }

    public Operators operators() {
        return as(Role.OPERATIONS);
    }

    /** A number nobody else uses. */
    public static String unique(String prefix) {
        return prefix + NUMBERS.incrementAndGet();
    }

    /** Region, site and products that all tests share; there already the second time. */
    public void stockCatalog() {
        Operators operators = operators();
        operators.post("/admin/regions", json("{'code':'north','name':'North'}"));
        operators.post(
                "/admin/sites",
                json(
                        "{'code':'lobby','name':'The lobby','region':'north','partner':'Grand Hotel'}"));
        operators.post(
                "/admin/products",
                json(
                        "{'sku':'cola','name':'Cola','unitGrams':330,'toleranceGrams':8,'priceFen':350}"));
        operators.post(
                "/admin/products",
                json(
                        "{'sku':'soap','name':'Soap','unitGrams':500,'toleranceGrams':10,'priceFen':990}"));
    }

    /** JSON written with single quotes. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Registers a cabinet that has never connected. */
    public TestCabinet registered() {
        stockCatalog();
        String sn = unique("SN");
        Operators.Answer answer =
                operators()
                        .post(
                                "/admin/cabinets",
                                json(
                                        "{'sn':'%s','name':'By the lift','site':'lobby','warehouse':'wh','doors':[{'door':1,'lanes':[1,2]},{'door':2,'lanes':[3]}]}"
                                                .formatted(sn)));
        assertThat(answer.code()).as("%s", answer.body()).isEqualTo(201);
        return new TestCabinet(sn, answer.body().path("credential").asString());
    }

    /** A cabinet that sells: planned, connected, reported, with ten units in every lane. */
    public TestCabinet selling() {
        TestCabinet cabinet = registered();
        cabinet.plan();
        cabinet.connect("comm-1");
        cabinet.report(3300, 5000, 3300);
        cabinet.awaitStatus("ONLINE");
        return cabinet;
    }

    /** One cabinet. */
    public final class TestCabinet {

        public final String sn;
        public final String credential;
        private String boot = UUID.randomUUID().toString();
        private final AtomicLong up = new AtomicLong(10_000);
        private final AtomicLong sequence = new AtomicLong();
        private String instance = "";
        private long epoch;

        public TestCabinet(String sn, String credential) {
            this.sn = sn;
            this.credential = credential;
        }

        public void plan() {
            Operators.Answer answer =
                    operators()
                            .put(
                                    "/admin/cabinets/" + sn + "/planogram",
                                    json(
                                            """
                                            {'slots':[{'lane':1,'sku':'cola','parLevel':10,'restockThreshold':2},
                                            {'lane':2,'sku':'soap','parLevel':10,'restockThreshold':2},
                                            {'lane':3,'sku':'cola','parLevel':10,'restockThreshold':2}]}
                                            """));
            assertThat(answer.code()).as("%s", answer.body()).isEqualTo(200);
        }

        public SessionAnswer open(String atInstance) {
            return sessions.open(new OpenSession(sn, sha256(credential), atInstance));
        }

        /** Opens a session there and says so, as comm-service does. */
        public long connect(String atInstance) {
            SessionAnswer answer = open(atInstance);
            assertThat(answer.outcome()).isEqualTo(CabinetSessionsApi.Outcome.ACCEPTED);
            instance = atInstance;
            epoch = answer.epoch();
            announceConnection();
            return epoch;
        }

        public void announceConnection() {
            send(Topic.CABINET_CONNECTED, new CabinetConnected(sn, instance, epoch, Instant.now()));
        }

        public void reboot() {
            boot = UUID.randomUUID().toString();
            up.set(100);
            sequence.set(0);
        }

        /** Everything closed, with these grams in lanes 1, 2 and 3. */
        public void report(double lane1, double lane2, double lane3) {
            report(
                    List.of(
                            new CabinetReported.ReportedDoor(
                                    1,
                                    DoorPosition.CLOSED,
                                    List.of(stable(1, lane1), stable(2, lane2))),
                            new CabinetReported.ReportedDoor(
                                    2, DoorPosition.CLOSED, List.of(stable(3, lane3)))));
        }

        public void report(List<CabinetReported.ReportedDoor> doors) {
            send(Topic.CABINET_REPORTED, new CabinetReported(sn, origin(0), "1.0", doors));
        }

        /** Stable weights of door 1. */
        public void weigh(DoorPosition position, double lane1, double lane2) {
            weigh(position, List.of(stable(1, lane1), stable(2, lane2)));
        }

        public void weigh(DoorPosition position, List<LaneReading> readings) {
            send(Topic.WEIGHTS_REPORTED, weights(position, readings));
        }

        public WeightsReported weights(DoorPosition position, List<LaneReading> readings) {
            return new WeightsReported(
                    sn, List.of(new WeightsReported.Sample(origin(0), 1, position, readings)));
        }

        /** An event of door 1; the answer can be sent again. */
        public DoorReported event(DoorReported.Kind kind, @Nullable String commandId) {
            return new DoorReported(sn, origin(sequence.incrementAndGet()), 1, kind, commandId);
        }

        public DoorReported tell(DoorReported.Kind kind, @Nullable String commandId) {
            DoorReported event = event(kind, commandId);
            send(Topic.DOOR_REPORTED, event);
            return event;
        }

        /** Sends as comm-service; every call is another event id. */
        public void send(Topic topic, Object payload) {
            sender.send(topic, sn, UUID.randomUUID().toString(), payload).join();
        }

        public Origin origin(long eventSequence) {
            return new Origin(
                    boot, eventSequence, up.addAndGet(10), Instant.now(), instance, epoch);
        }

        public String status() {
            return operators().get("/admin/cabinets/" + sn).body().path("status").asString();
        }

        public void awaitStatus(String status) {
            await().atMost(30, SECONDS).until(this::status, status::equals);
        }
    }

    public static LaneReading stable(int lane, double grams) {
        return new LaneReading(lane, grams, true);
    }

    static String sha256(String characters) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(characters.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
