package io.kaimen.comm.downlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.CommFixture.WatchedSender.Sent;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Sessions;
import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CommandListenerTest {

    private final CommFixture comm = new CommFixture();
    private final Disconnector disconnector = new Disconnector(comm.metrics);
    private final CommandListener listener =
            new CommandListener(
                    new GiveCommand(
                            new Sessions(disconnector, comm.metrics),
                            new DownMessages(),
                            disconnector,
                            comm.clock,
                            comm.properties),
                    comm.sender,
                    comm.metrics,
                    comm.clock,
                    comm.properties);
    private final Envelope<CabinetCommand> message =
            new Envelope<>(
                    "e-1",
                    Topic.CABINET_COMMAND.topicName(),
                    "KM0001",
                    CommFixture.NOW,
                    "device-service",
                    new CabinetCommand(
                            "c-1",
                            "KM0001",
                            "comm-1",
                            7,
                            Kind.OPEN_DOOR,
                            1,
                            CommFixture.NOW,
                            CommFixture.NOW.plusSeconds(8),
                            null));

    @Test
    void hearsOnlyItsOwnInstancesCommandsInAGroupOfItsOwn() {
        assertThat(listener.tag()).isEqualTo("comm-1");
        assertThat(listener.group("comm-service")).isEqualTo("comm-service-cabinet-command-comm-1");
        assertThat(listener.remembered()).isFalse();
    }

    @Test
    void isDoneWhenTheAnswerIsStored() {
        CompletableFuture<Void> handling = handling();
        Sent answer = awaitAnswer();
        assertThat(answer.eventId()).isEqualTo("e-1:NOT_HERE");
        assertThat(answer.payload())
                .isEqualTo(
                        new CommandAnswered(
                                "c-1",
                                "KM0001",
                                "comm-1",
                                CommandAnswered.Outcome.NOT_HERE,
                                CommFixture.NOW,
                                "not connected"));
        assertThat(handling).isNotDone();
        answer.stored().complete(null);
        handling.join();
    }

    @Test
    void letsTheCommandComeAgainWhenTheAnswerIsNotStored() {
        CompletableFuture<Void> handling = handling();
        awaitAnswer().stored().completeExceptionally(new IllegalStateException("no broker"));
        assertThatThrownBy(handling::join).isInstanceOf(CompletionException.class);
    }

    private CompletableFuture<Void> handling() {
        return CompletableFuture.runAsync(() -> listener.handle(message));
    }

    private Sent awaitAnswer() {
        Awaitility.await().until(() -> !comm.sender.sent.isEmpty());
        return comm.sender.only(Topic.COMMAND_ANSWERED);
    }
}
