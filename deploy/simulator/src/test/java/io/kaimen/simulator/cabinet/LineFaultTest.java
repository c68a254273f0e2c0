package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the server hears of a cabinet whose line is bad. */
class LineFaultTest {

    private static final long A_PURCHASE = 4_000;

    private final CabinetBench bench;

    LineFaultTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
        bench.line.forget();
    }

    private void purchase() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        bench.open("c-1", 1, SERVER + 60_000);
    }

    @Test
    void silentItStaysConnectedAndSaysNothingAndLaterOnlyItsEvents() {
        bench.fault("[{\"fault\":\"silent\",\"seconds\":60}]");
        purchase();
        bench.pass(59_000);
        assertThat(bench.line.sent).isEmpty();
        assertThat(bench.line.left).isFalse();
        assertThat(bench.cabinet.view().unacknowledged()).isEqualTo(3);

        bench.pass(1_300);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(bench.line.all("answer")).isEmpty();
        bench.pass(30_000);
        assertThat(bench.line.all("heartbeat")).as("goes on").isNotEmpty();
    }

    @Test
    void silentAboutOneKindItSaysTheOthers() {
        bench.fault("[{\"fault\":\"silent\",\"kinds\":[\"heartbeat\"]}]");
        purchase();
        bench.pass(60_000);
        assertThat(bench.line.all("heartbeat")).isEmpty();
        assertThat(bench.line.events()).hasSize(3);
    }

    @Test
    void silenceEndsWhenTheFaultIsTakenAway() {
        bench.fault("[{\"fault\":\"silent\"}]");
        purchase();
        bench.pass(10_000);
        bench.fault("[]");
        bench.pass(300);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
    }

    @Test
    void anEventThatSilenceHeldSurvivesALostConnection() {
        bench.fault("[{\"fault\":\"silent\",\"seconds\":10}]");
        purchase();
        bench.pass(5_000);
        bench.line.hangUp();
        bench.pass(6_000);
        assertThat(bench.line.events()).isEmpty();
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
    }

    @Test
    void goneItHasNoConnectionUntilTheEnd() {
        bench.fault("[{\"fault\":\"gone\",\"seconds\":20}]");
        assertThat(bench.line.left).isTrue();
        bench.pass(19_900);
        assertThat(bench.line.left).isTrue();
        assertThat(bench.cabinet.view().online()).isFalse();
        bench.pass(300);
        assertThat(bench.line.left).isFalse();
        assertThat(bench.cabinet.view().online()).isTrue();
        assertThat(bench.line.all("report")).hasSize(1);
    }

    @Test
    void disconnectsBeforeANamedEventWhichComesWithTheNextConnection() {
        bench.fault("[{\"fault\":\"disconnects\",\"at\":\"opened\",\"awayMs\":7000}]");
        purchase();
        bench.pass(A_PURCHASE);
        assertThat(bench.line.events()).containsExactly("unlocked");
        assertThat(bench.line.left).isTrue();
        bench.pass(7_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(bench.line.all("event"))
                .extracting(event -> event.path("up").asInt())
                .containsExactly(100, 400, 1_200);
    }

    @Test
    void lateEventsKeepTheirOrderAndTheirTimes() {
        bench.fault("[{\"fault\":\"late\",\"kinds\":[\"event\"],\"delayMs\":5000}]");
        purchase();
        bench.pass(5_099);
        assertThat(bench.line.events()).isEmpty();
        assertThat(bench.line.all("answer")).as("in time").hasSize(1);
        bench.pass(1);
        assertThat(bench.line.events()).containsExactly("unlocked");
        bench.pass(10_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(bench.line.last("event").path("up").asInt()).isEqualTo(1_200);
    }

    @Test
    void lateAnswersAndWeightsComeLate() {
        bench.fault("[{\"fault\":\"late\",\"kinds\":[\"answer\",\"weights\"],\"delayMs\":3000}]");
        purchase();
        bench.pass(2_900);
        assertThat(bench.line.all("answer")).isEmpty();
        assertThat(bench.line.all("weights")).isEmpty();
        assertThat(bench.line.events()).hasSize(3);
        bench.pass(600);
        assertThat(bench.line.all("answer")).hasSize(1);
        assertThat(bench.line.all("weights").getFirst().path("up").asInt()).isEqualTo(400);
    }

    @Test
    void aLateMessageOfALostConnectionIsNotSentOnTheNext() {
        bench.fault("[{\"fault\":\"late\",\"delayMs\":3000,\"times\":2}]");
        purchase();
        bench.pass(1_000);
        bench.line.hangUp();
        bench.line.connect();
        bench.line.forget();
        bench.pass(5_000);
        assertThat(bench.line.all("answer")).as("asked again, not kept").isEmpty();
        assertThat(bench.line.events()).doesNotHaveDuplicates();
    }

    @Test
    void doubledEachMessageComesTwiceAndOnceMoreLater() {
        bench.fault(
                "[{\"fault\":\"doubled\",\"kinds\":[\"event\"],\"againAfterMs\":1000,\"times\":1}]");
        purchase();
        bench.pass(A_PURCHASE);
        assertThat(bench.line.events())
                .containsExactly("unlocked", "unlocked", "opened", "unlocked", "closed");
        List<JsonNode> events = bench.line.all("event");
        assertThat(events.get(1)).as("the same number").isEqualTo(events.getFirst());
        assertThat(events.get(3)).isEqualTo(events.getFirst());
    }

    @Test
    void reorderedAnEventIsOvertakenByTheNext() {
        bench.fault("[{\"fault\":\"reordered\",\"times\":1}]");
        purchase();
        bench.pass(A_PURCHASE);
        assertThat(bench.line.events()).containsExactly("opened", "unlocked", "closed");
        assertThat(bench.line.all("event"))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(2, 1, 3);
    }

    @Test
    void anEventThatNoneOvertakesIsHeldNoLongerThanTold() {
        bench.fault("[{\"fault\":\"reordered\",\"holdMs\":2000,\"times\":1}]");
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(2_099);
        assertThat(bench.line.events()).isEmpty();
        bench.pass(1);
        assertThat(bench.line.events()).containsExactly("unlocked");
    }

    @Test
    void anOvertakenEventIsNotLostWithTheConnection() {
        bench.fault("[{\"fault\":\"reordered\",\"holdMs\":2000,\"times\":1}]");
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(1_000);
        bench.line.hangUp();
        bench.pass(2_000);
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("unlocked");
    }

    @Test
    void aLostEventNeverComesAndLeavesAGap() {
        bench.fault("[{\"fault\":\"lost\",\"event\":\"opened\",\"times\":1}]");
        purchase();
        bench.pass(A_PURCHASE);
        assertThat(bench.line.events()).containsExactly("unlocked", "closed");
        assertThat(bench.line.all("event"))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 3);
        bench.line.hangUp();
        bench.line.forget();
        bench.line.connect();
        assertThat(bench.line.events()).as("for good").isEmpty();
        assertThat(bench.cabinet.view().faults().getFirst().path("over").asBoolean()).isTrue();
    }

    @Test
    void opensWithoutAnAnswerThatCanBeHeard() {
        bench.fault("[{\"fault\":\"lost\",\"kind\":\"answer\"}]");
        purchase();
        bench.pass(A_PURCHASE);
        assertThat(bench.line.all("answer")).isEmpty();
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
    }

    @Test
    void deafItObeysNothingButKnowsTheTime() {
        bench.fault("[{\"fault\":\"deaf\",\"times\":2}]");
        bench.open("c-1", 1, SERVER + 60_000);
        bench.query("q-1");
        bench.pass(1_000);
        assertThat(bench.line.all("answer")).isEmpty();
        assertThat(bench.line.events()).isEmpty();
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(1_000);
        assertThat(bench.line.events()).as("only the next two").containsExactly("unlocked");
    }

    @Test
    void deafToOpenItStillAnswersQueries() {
        bench.fault("[{\"fault\":\"deaf\",\"types\":[\"open\"]}]");
        bench.open("c-1", 1, SERVER + 60_000);
        bench.query("q-1");
        assertThat(bench.line.events()).containsExactly("is-closed");
    }
}
