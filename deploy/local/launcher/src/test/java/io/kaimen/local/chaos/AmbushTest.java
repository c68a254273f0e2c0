package io.kaimen.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.local.chaos.Attempt.Intention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AmbushTest {

    private static final Intention ANY = new Intention(List.of(), true, true, true);

    private final Ambush ambush = new Ambush();
    private final Attempt first = new Attempt("KM-1", 1, ANY, Instant.EPOCH);
    private final Attempt second = new Attempt("KM-2", 1, ANY, Instant.EPOCH);

    @Test
    void thePurchaseInSightSpringsItAtItsStage() {
        var caught = lieInWait(Duration.ofSeconds(20));
        assertThat(ambush.sights(first)).isTrue();
        assertThat(ambush.sights(second)).isFalse();
        ambush.reached(second, Stage.OPEN);
        ambush.reached(first, Stage.UNLOCKED);
        assertThat(caught).isNotDone();
        ambush.reached(first, Stage.OPEN);
        assertThat(caught.join()).contains(first);
    }

    @Test
    void afterOneThatLeftTheNextIsSighted() {
        var caught = lieInWait(Duration.ofSeconds(20));
        assertThat(ambush.sights(first)).isTrue();
        ambush.left(first);
        assertThat(ambush.sights(second)).isTrue();
        ambush.reached(second, Stage.OPEN);
        assertThat(caught.join()).contains(second);
    }

    @Test
    void nobodyIsWaitedForLongerThanPatienceLasts() throws InterruptedException {
        assertThat(ambush.await(Stage.OPEN, Duration.ofMillis(1))).isEmpty();
        assertThat(ambush.sights(first)).isFalse();
    }

    private CompletableFuture<Optional<Attempt>> lieInWait(Duration patience) {
        var caught = new CompletableFuture<Optional<Attempt>>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        caught.complete(ambush.await(Stage.OPEN, patience));
                    } catch (InterruptedException e) {
                        caught.completeExceptionally(e);
                    }
                });
        await().until(ambush::isOpen);
        return caught;
    }
}
