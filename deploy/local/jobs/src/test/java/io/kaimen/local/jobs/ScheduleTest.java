package io.kaimen.local.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @TempDir private Path folder;

    @Test
    void theFileOfTheModuleIsTheScheduleUnlessToldOtherwise() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("jobs.properties"),
                        "port=1\naccess-token=t\nschedule.account-executor.sweepCaptures=3\n");

        var schedules = Settings.read(file).schedules();

        assertThat(schedules)
                .extracting(Schedule::name, Schedule::every)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "device-executor/judgeHeartbeats", Duration.ofSeconds(15)),
                        org.assertj.core.groups.Tuple.tuple(
                                "account-executor/sweepCaptures", Duration.ofSeconds(3)));
        assertThat(schedules).extracting(Schedule::jobId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "soon"})
    void refusesIntervalsThatAreNone(String seconds) {
        var properties = new Properties();
        properties.setProperty("schedule.e.h", seconds);

        assertThatThrownBy(() -> Schedule.from(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schedule.e.h");
    }

    @Test
    void refusesAnEntryWithoutHandler() {
        var properties = new Properties();
        properties.setProperty("schedule.device-executor", "5");

        assertThatThrownBy(() -> Schedule.from(properties))
                .hasMessageContaining("schedule.<executor>.<handler>");
    }

    @Test
    void neverPrintsTheAccessToken() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("jobs.properties"), "port=1\naccess-token=geheim\n");

        assertThat(Settings.read(file).toString()).doesNotContain("geheim");
    }
}
