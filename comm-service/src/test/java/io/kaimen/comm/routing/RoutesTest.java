package io.kaimen.comm.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.comm.CommFixture;
import io.kaimen.contracts.Topic;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final CommFixture comm = new CommFixture();
    private final Queue<Runnable> paused = new ArrayDeque<>();
    private final Routes routes =
            new Routes(comm.sender, comm.clock, comm.properties, attempt -> paused::add);

    @Test
    void repeatsAnAnnouncementUnderTheSameIdUntilItIsStored() {
        routes.gone("KM0001", 7, "lost");
        var settled = routes.settled();
        comm.sender.sent.getLast().stored().completeExceptionally(new IllegalStateException());
        assertThat(settled).isNotDone();

        paused.remove().run();
        comm.sender.sent.getLast().stored().complete(null);

        assertThat(settled).isDone();
        assertThat(comm.sender.sent(Topic.CABINET_GONE))
                .hasSize(2)
                .extracting(sent -> sent.eventId())
                .containsOnly("KM0001:7:gone");
    }

    @Test
    void givesUpAtLast() {
        routes.gone("KM0001", 7, "lost");
        for (int i = 1; i < 12; i++) {
            comm.sender.sent.getLast().stored().completeExceptionally(new IllegalStateException());
            paused.remove().run();
        }
        comm.sender.sent.getLast().stored().completeExceptionally(new IllegalStateException());
        assertThat(paused).isEmpty();
        assertThat(routes.settled()).isDone();
    }
}
