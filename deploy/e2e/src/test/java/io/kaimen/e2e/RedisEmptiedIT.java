package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Redis loses everything while a door is open. */
class RedisEmptiedIT {

    private static final String SN = "DEMO-EMPTIED";

    private final Stack stack = Stack.get();

    @AfterAll
    static void everythingFits() {
        Stack.get().assertEverythingFits();
    }

    @Test
    void theSaleIsPaidAndTheNextOneWorks(TestReporter reporter) {
        stack.bought("--cabinet", SN, "--take", "2=1");
        OpenDoor door = OpenDoor.at(stack, SN);
        String before = stack.redis("GET kaimen:generation");

        long emptied = System.nanoTime();
        assertThat(stack.redis("FLUSHALL")).contains("+OK");
        door.close();
        assertThat(door.bought().path("paidFen").asLong()).isPositive();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> stack.redis("EXISTS kaimen:generation").contains(":1"));
        reporter.publishEntry(
                "emptied to paid and rebuilt (ms)",
                String.valueOf((System.nanoTime() - emptied) / 1_000_000));
        assertThat(stack.redis("GET kaimen:generation")).isNotEqualTo(before);
        assertThat(stack.redis("HGET kaimen:route:" + SN + " instance")).contains("comm-");
        assertThat(stack.redis("ZSCORE kaimen:heartbeat:last " + SN)).doesNotContain("$-1");
        assertThat(stack.count("select count(*) from device.cabinet where status = 'OFFLINE'"))
                .isZero();
        assertThat(stack.bought("--cabinet", SN, "--take", "1=1").path("paidFen").asLong())
                .isPositive();
    }
}
