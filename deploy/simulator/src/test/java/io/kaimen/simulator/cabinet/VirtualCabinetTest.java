package io.kaimen.simulator.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.simulator.cabinet.CabinetPlan.DoorPlan;
import io.kaimen.simulator.cabinet.CabinetPlan.LanePlan;
import io.kaimen.simulator.cabinet.Visit.Handful;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VirtualCabinetTest {

    private static final long SERVER_NOW = 1_800_000_000_000L;
    private static final JsonMapper JSON = new JsonMapper();

    private final RecordingUplink uplink = new RecordingUplink();
    private final ManualPulse pulse = new ManualPulse();
    private Memory memory = Memory.of(plan());
    private VirtualCabinet cabinet;

    private static CabinetPlan plan() {
        var lanes = List.of(new LanePlan(1, "COLA", 350, 2, 10), new LanePlan(2, "TEA", 520, 3, 4));
        return new CabinetPlan("credential", "127.0.0.1", 1883, List.of(new DoorPlan(1, lanes)));
    }

    @BeforeEach
    void boot() {
        cabinet =
                new VirtualCabinet(
                        memory, uplink, pulse, changed -> memory = changed, new Random(7));
        cabinet.connected();
        down("{'type':'time','serverTime':%d,'heartbeatUp':0}".formatted(SERVER_NOW));
    }

    @Test
    void reportsItselfOnceConnected() {
        assertThat(uplink.of("report")).hasSize(1);
        assertThat(uplink.of("heartbeat")).hasSize(1);
    }

    @Test
    void aVisitUnlocksOpensTakesAndCloses() {
        cabinet.expect(1, new Visit(List.of(new Handful(1, 2)), 300, 500, 500));
        open("c1", 8_000);
        pulse.pass(3_000);
        assertThat(uplink.outcomes()).containsExactly("acknowledged");
        assertThat(uplink.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(memory.units().get(1)).hasSize(8);
        assertThat(uplink.of("event"))
                .extracting(event -> event.get("seq"))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void anExpiredCommandNeverUnlocks() {
        pulse.pass(9_000);
        open("c1", 8_000);
        pulse.pass(1_000);
        assertThat(uplink.outcomes()).containsExactly("expired");
        assertThat(uplink.events()).isEmpty();
    }

    @Test
    void aCommandBeforeServerTimeIsKnownIsRefused() {
        reboot();
        open("c1", 8_000);
        assertThat(uplink.outcomes()).containsExactly("refused");
        assertThat(uplink.events()).isEmpty();
    }

    @Test
    void aCommandIsObeyedOnceAlsoAcrossARestart() {
        open("c1", 8_000);
        pulse.pass(20_000);
        reboot();
        down("{'type':'time','serverTime':%d,'heartbeatUp':0}".formatted(SERVER_NOW));
        open("c1", 8_000);
        pulse.pass(1_000);
        assertThat(uplink.events()).containsExactly("unlocked", "relocked");
        assertThat(uplink.outcomes()).containsExactly("acknowledged", "acknowledged");
    }

    @Test
    void aDoorThatNobodyPullsLocksAgain() {
        open("c1", 8_000);
        pulse.pass(13_999);
        assertThat(uplink.events()).containsExactly("unlocked");
        pulse.pass(1);
        assertThat(uplink.events()).containsExactly("unlocked", "relocked");
    }

    @Test
    void anEventIsSentAgainWithTheSameNumbersUntilAcknowledged() {
        uplink.broken = true;
        open("c1", 8_000);
        pulse.pass(5_000);
        uplink.broken = false;
        pulse.pass(3_000);
        List<Map<String, Object>> events = uplink.of("event");
        assertThat(events.size()).isGreaterThan(2);
        assertThat(events).allMatch(event -> event.equals(events.getFirst()));
        assertThat(memory.events()).isEmpty();
    }

    @Test
    void unacknowledgedEventsSurviveARestart() {
        uplink.broken = true;
        open("c1", 8_000);
        Map<String, Object> first = uplink.of("event").getFirst();
        uplink.broken = false;
        uplink.sent.clear();
        reboot();
        assertThat(uplink.of("event")).containsExactly(first);
    }

    @Test
    void weightsStreamWhileOpenAndEightSecondsAfter() {
        cabinet.expect(1, new Visit(List.of(), 0, 0, 3_000));
        open("c1", 8_000);
        pulse.pass(20_000);
        int weights = uplink.of("weights").size();
        assertThat(weights).isBetween(11_000 / 300 - 1, 11_000 / 300 + 2);
    }

    @Test
    void aQueryIsAnsweredByAnEvent() {
        down(
                "{'type':'query','command':'q1','door':1,'expiresAt':%d}"
                        .formatted(SERVER_NOW + 8_000));
        assertThat(uplink.events()).containsExactly("is-closed");
    }

    @Test
    void moreThanALaneHoldsCannotBeTaken() {
        assertThatThrownBy(() -> cabinet.expect(1, new Visit(List.of(new Handful(2, 5)), 1, 1, 1)))
                .hasMessage("lane 2 holds 4, not 5");
    }

    private void reboot() {
        cabinet.switchOff();
        cabinet =
                new VirtualCabinet(
                        memory, uplink, pulse, changed -> memory = changed, new Random(8));
        cabinet.connected();
    }

    private void open(String id, long validFor) {
        down(
                "{'type':'open','command':'%s','door':1,'issuedAt':%d,'expiresAt':%d}"
                        .formatted(id, SERVER_NOW, SERVER_NOW + validFor));
    }

    private void down(String json) {
        cabinet.received(JSON.readTree(json.replace('\'', '"')));
    }
}
