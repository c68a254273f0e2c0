package io.kaimen.local.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriggerTest {

    private static final Schedule SCHEDULE =
            new Schedule(7, "device-executor", "judgeHeartbeats", Duration.ofSeconds(15));

    private final TestClock clock = new TestClock();
    private final Executors executors = new Executors(clock);
    private final Trigger trigger =
            new Trigger(
                    SCHEDULE,
                    executors,
                    new ExecutorClient("the-token"),
                    clock,
                    new AtomicLong(100));
    private ScriptedExecutor one;
    private ScriptedExecutor other;

    @BeforeEach
    void startExecutors() throws IOException {
        one = new ScriptedExecutor();
        other = new ScriptedExecutor();
    }

    @AfterEach
    void stopExecutors() {
        one.close();
        other.close();
    }

    @Test
    void doesNothingWhileNoExecutorIsRegistered() {
        trigger.due();

        assertThat(trigger.last()).isNull();
    }

    @Test
    void sendsWhatAnExecutorNeedsToRunAHandler() {
        executors.register("device-executor", one.address());

        trigger.due();

        assertThat(one.tokens()).containsExactly("the-token");
        var request = one.runs().getFirst();
        assertThat(request.get("jobId").getAsInt()).isEqualTo(7);
        assertThat(request.get("executorHandler").getAsString()).isEqualTo("judgeHeartbeats");
        assertThat(request.get("executorBlockStrategy").getAsString())
                .isEqualTo("SERIAL_EXECUTION");
        assertThat(request.get("glueType").getAsString()).isEqualTo("BEAN");
        assertThat(request.get("logId").getAsLong()).isEqualTo(101);
        assertThat(request.get("logDateTime").getAsLong()).isEqualTo(clock.millis());
        assertThat(request.get("broadcastTotal").getAsInt()).isEqualTo(1);
    }

    @Test
    void takesTheExecutorsInTurn() {
        executors.register("device-executor", one.address());
        executors.register("device-executor", other.address());

        for (var run = 101; run <= 104; run++) {
            trigger.due();
            trigger.ended(run, true, null);
        }

        assertThat(one.runs()).hasSize(2);
        assertThat(other.runs()).hasSize(2);
    }

    @Test
    void doesNotStartASecondRunWhileOneIsUnderWay() {
        executors.register("device-executor", one.address());
        one.beBusy();

        trigger.due();
        clock.pass(Duration.ofSeconds(15));
        trigger.due();

        assertThat(one.runs()).hasSize(1);
    }

    @Test
    void startsAgainWhenTheOutcomeIsKnown() {
        executors.register("device-executor", one.address());

        trigger.due();
        trigger.ended(101, false, "no database");
        assertThat(last().outcome()).isEqualTo(Run.Outcome.FAILED);
        assertThat(last().message()).isEqualTo("no database");
        trigger.due();

        assertThat(one.runs()).hasSize(2);
        assertThat(last().isRunning()).isTrue();
    }

    @Test
    void startsAgainWhenTheExecutorNoLongerRunsIt() {
        executors.register("device-executor", one.address());

        trigger.due();
        clock.pass(Duration.ofSeconds(15));
        trigger.due();

        assertThat(one.runs()).hasSize(2);
    }

    @Test
    void startsOnAnotherWhenTheExecutorHasDied() {
        executors.register("device-executor", one.address());
        trigger.due();
        one.close();
        executors.register("device-executor", other.address());

        clock.pass(Duration.ofSeconds(15));
        trigger.due();

        assertThat(other.runs()).hasSize(1);
        assertThat(last().executor()).isEqualTo(other.address());
    }

    @Test
    void keepsWhyAnExecutorRefused() {
        executors.register("device-executor", one.address());
        one.refuseRuns("job handler [judgeHeartbeats] not found.");

        trigger.due();

        assertThat(last().outcome()).isEqualTo(Run.Outcome.REFUSED);
        assertThat(last().message()).contains("not found");
    }

    @Test
    void ignoresTheOutcomeOfAnEarlierRun() {
        executors.register("device-executor", one.address());
        trigger.due();
        trigger.ended(101, true, null);
        trigger.due();

        assertThat(trigger.ended(101, false, "late")).isFalse();
        assertThat(last().isRunning()).isTrue();
    }

    private Run last() {
        return Objects.requireNonNull(trigger.last());
    }
}
