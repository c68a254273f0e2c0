package io.kaimen.sandbox.wechat.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.SandboxProperties.Mode;
import io.kaimen.sandbox.SettingsFixtures;
import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.wechat.notify.Notice.State;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class NoticesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir Path home;
    private Journal journal;
    private Notices notices;

    @BeforeEach
    void keepTwo() {
        SandboxProperties settings = SettingsFixtures.settings(home, 2, Mode.BOTH);
        journal = new Journal(settings, JsonMapper.builder().build());
        notices = new Notices(journal, settings);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void forgetsTheOldestThatAreFinished() {
        announce("1", "A", State.DELIVERED);
        announce("2", "B", State.GIVEN_UP);
        announce("3", "C", State.WAITING);

        assertThat(notices.of("A")).isEmpty();
        assertThat(notices.find("1")).isEmpty();
        assertThat(notices.of("B")).hasSize(1);
        assertThat(notices.waiting()).extracting(Notice::id).containsExactly("3");
    }

    @Test
    void forgetsNothingThatIsStillToBeSent() {
        announce("1", "A", State.WAITING);
        announce("2", "B", State.HELD);
        announce("3", "C", State.DELIVERED);
        announce("4", "D", State.WAITING);

        assertThat(notices.of("A")).hasSize(1);
        assertThat(notices.of("B")).hasSize(1);
        assertThat(notices.of("C")).isEmpty();
    }

    @Test
    void leavesAForgottenOneAlone() {
        announce("1", "A", State.DELIVERED);
        announce("2", "B", State.DELIVERED);
        announce("3", "C", State.DELIVERED);

        assertThat(notices.change("1", notice -> notice.waitingUntil(NOW))).isEmpty();
        assertThat(notices.waiting()).isEmpty();
    }

    private void announce(String id, String order, State state) {
        Notice notice =
                new Notice(
                        id,
                        order,
                        "PAYSCORE.USER_PAID",
                        "http://127.0.0.1:1/",
                        NOW,
                        "{}",
                        state,
                        state == State.WAITING ? NOW : null,
                        List.of());
        journal.append(List.of(Notices.entry(notice)));
        notices.index(notice);
    }
}
