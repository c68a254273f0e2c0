package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/** The instance that holds a cabinet is killed while its door is open. */
class TwoCommInstancesIT {

    private static final String SN = "DEMO-TWO";

    private final Stack stack = Stack.get();

    @AfterAll
    static void everythingFits() {
        Stack.get().assertEverythingFits();
    }

    @Test
    void theCabinetGoesOnElsewhereAndTheSaleIsPaid(TestReporter reporter) {
        stack.bought("--cabinet", SN, "--take", "2=1");
        OpenDoor door = OpenDoor.at(stack, SN);
        String holder = holds("comm-1") ? "comm-1" : "comm-2";
        String other = holder.equals("comm-1") ? "comm-2" : "comm-1";
        long epoch = stack.count("select route_epoch from device.cabinet where sn = '" + SN + "'");
        String component = holder.equals("comm-1") ? "comm" : "comm-2";
        long pid = stack.pid(component);

        long killed = System.nanoTime();
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(20))
                .until(() -> holds(other));
        report(reporter, "killed to connected elsewhere", killed);
        assertThat(stack.count("select route_epoch from device.cabinet where sn = '" + SN + "'"))
                .isGreaterThan(epoch);
        assertThat(stack.redis("HGET kaimen:route:" + SN + " instance")).contains(other);

        long closed = System.nanoTime();
        door.close();
        JsonNode bought = door.bought();
        report(reporter, "closed to paid", closed);
        assertThat(bought.path("paidFen").asLong()).isPositive();
        assertThat(bought.path("items").size()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stack.pid(component) != pid && stack.pid(component) > 0);
    }

    private boolean holds(String instance) {
        return stack.count(
                        "select count(*) from device.cabinet where sn = '%s' and route_instance = '%s'"
                                .formatted(SN, instance))
                == 1;
    }

    private static void report(TestReporter reporter, String what, long since) {
        reporter.publishEntry(
                what + " (ms)", String.valueOf((System.nanoTime() - since) / 1_000_000));
    }
}
