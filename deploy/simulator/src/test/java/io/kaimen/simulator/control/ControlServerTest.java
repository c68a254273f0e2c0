package io.kaimen.simulator.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.simulator.cabinet.Fleet;
import io.kaimen.simulator.fault.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {

    /** Nobody listens on port 1: the cabinets of this test stay offline. */
    private static final String CABINET =
            """
            {"credential":"secret","host":"127.0.0.1","port":1,"doors":[
              {"door":1,"lanes":[{"lane":1,"sku":"COLA-330","unitGrams":355,"unitSigma":0.5,
                                  "count":8}]}]}\
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private Fleet fleet;
    private ControlServer server;

    ControlServerTest(@TempDir Path data) throws IOException {
        this.data = data;
        this.fleet = new Fleet(data, Clock.systemUTC(), List.of());
        this.server = start(fleet);
    }

    @AfterEach
    void stop() {
        server.stop();
        fleet.stop();
    }

    @Test
    void startsShowsAndRemovesACabinet() throws Exception {
        assertThat(call("GET", "/cabinets/KM0001", "").statusCode()).isEqualTo(404);
        assertThat(call("PUT", "/cabinets/KM0001", CABINET).statusCode()).isEqualTo(200);
        assertThat(call("GET", "/cabinets/KM0001", "").body())
                .contains("\"count\":8")
                .contains("\"online\":false")
                .contains("\"servers\":[{\"host\":\"127.0.0.1\",\"port\":1}]")
                .doesNotContain("secret");
        assertThat(call("GET", "/cabinets", "").body()).contains("KM0001");
        assertThat(call("GET", "/", "").body()).isEqualTo("{\"cabinets\":1}");
        assertThat(call("DELETE", "/cabinets/KM0001", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/cabinets/KM0001", "").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAVisitAndTellsHowItGoes() throws Exception {
        call("PUT", "/cabinets/KM0001", CABINET);
        String visits = "/cabinets/KM0001/doors/1/visit";
        assertThat(call("GET", visits, "").statusCode()).isEqualTo(404);
        assertThat(call("POST", visits, "{\"take\":[{\"lane\":1,\"count\":2}]}").statusCode())
                .isEqualTo(200);
        assertThat(call("GET", visits, "").body()).contains("\"state\":\"WAITING\"");
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        assertThat(call("PUT", "/cabinets/KM0001", "{}").statusCode()).isEqualTo(400);
        assertThat(call("PUT", "/cabinets/..", CABINET).statusCode()).isEqualTo(400);
        assertThat(call("PUT", "/cabinets/KM0001", "not json").statusCode()).isEqualTo(400);
        call("PUT", "/cabinets/KM0001", CABINET);
        String door = "/cabinets/KM0001/doors/";
        assertThat(call("POST", door + "1/visit", "{\"take\":[{\"lane\":1,\"count\":9}]}").body())
                .contains("lane 1 holds 8");
        assertThat(call("POST", door + "7/visit", "{}").statusCode()).isEqualTo(400);
        assertThat(call("POST", door + "one/visit", "{}").statusCode()).isEqualTo(400);
        assertThat(call("POST", door + "1/close", "").statusCode()).isEqualTo(409);
        assertThat(call("POST", door + "1/pull", "").body()).contains("is CLOSED and not UNLOCKED");
        assertThat(call("POST", door + "1/take", "{\"lane\":1}").statusCode()).isEqualTo(409);
        assertThat(call("POST", door + "1/put", "{\"lane\":1,\"of\":1}").statusCode())
                .isEqualTo(409);
        assertThat(call("POST", door + "1/take", "{}").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/elsewhere", "").statusCode()).isEqualTo(404);
    }

    @Test
    void setsShowsAndEndsFaults() throws Exception {
        String faults = "/cabinets/KM0001/faults";
        assertThat(call("PUT", faults, "[]").statusCode()).isEqualTo(404);
        call("PUT", "/cabinets/KM0001", CABINET);
        String lost = "{\"fault\":\"lost\",\"event\":\"closed\",\"times\":2";
        assertThat(call("PUT", faults, "[" + lost + "}]").body())
                .isEqualTo("[" + lost + ",\"used\":0,\"over\":false}]");
        assertThat(call("GET", faults, "").body()).contains(lost);
        assertThat(call("GET", "/cabinets/KM0001", "").body()).contains(lost);
        var refused = call("PUT", faults, "[{\"fault\":\"disconnects\",\"at\":\"sung\"}]");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("no event sung");
        assertThat(call("PUT", faults, "[{\"fault\":\"bounces\",\"door\":2}]").body())
                .contains("no door 2");
        assertThat(call("PUT", faults, "[{\"fault\":\"dead-scale\",\"lane\":7}]").body())
                .contains("no lane 7");
        assertThat(call("GET", faults, "").body()).as("as before").contains(lost);
        assertThat(call("DELETE", faults, "").body()).isEqualTo("[]");
    }

    @Test
    void showsWhatWentOverACabinetsLine() throws Exception {
        assertThat(call("GET", "/cabinets/KM0001/traffic", "").statusCode()).isEqualTo(404);
        call("PUT", "/cabinets/KM0001", CABINET);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(call("GET", "/cabinets/KM0001/traffic?after=0", "").body())
                                .contains("\"kind\":\"OFFLINE\"")
                                .doesNotContain("secret"));
        assertThat(call("GET", "/cabinets/KM0001/traffic?after=9999", "").body())
                .endsWith("\"packets\":[]}");
        assertThat(call("GET", "/cabinets/KM0001/traffic?after=all", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void rebootsOverHttpAndIsThereMeanwhile() throws Exception {
        call("PUT", "/cabinets/KM0001", CABINET);
        call("PUT", "/cabinets/KM0001/faults", "[{\"fault\":\"reboots\",\"downMs\":50}]");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(call("GET", "/cabinets/KM0001", "").body())
                                .contains("\"boot\":\"b2-")
                                .contains("\"over\":true")
                                .contains("\"count\":8"));
    }

    @Test
    void aCabinetHasTheFaultsOfAllFromItsStart() throws Exception {
        stop();
        fleet =
                new Fleet(
                        data,
                        Clock.systemUTC(),
                        Wanted.list("[{\"fault\":\"gone\",\"seconds\":60}]".getBytes(UTF_8)));
        server = start(fleet);
        assertThat(call("PUT", "/cabinets/KM0001", CABINET).body()).contains("\"fault\":\"gone\"");
    }

    @Test
    void aRestartIsARebootOfItsCabinets() throws Exception {
        call("PUT", "/cabinets/KM0001", CABINET);
        String before = call("GET", "/cabinets/KM0001", "").body();
        stop();

        fleet = new Fleet(data, Clock.systemUTC(), List.of());
        server = start(fleet);
        fleet.resume();

        String after = call("GET", "/cabinets/KM0001", "").body();
        assertThat(boot(before)).startsWith("b1-");
        assertThat(boot(after)).startsWith("b2-");
        assertThat(after.replace(boot(after), "")).isEqualTo(before.replace(boot(before), ""));
    }

    private static String boot(String view) {
        return view.replaceAll(".*\"boot\":\"([^\"]+)\".*", "$1");
    }

    private static ControlServer start(Fleet fleet) throws IOException {
        var started =
                new ControlServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), fleet);
        started.start();
        return started;
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
