package io.kaimen.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.contracts.Timers;
import io.kaimen.contracts.device.Cadence;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DevicePropertiesTest {

    @Test
    void defaultsAreTheTimersOfAPurchase() {
        DeviceProperties properties = bind(Map.of());
        Timers timers = Timers.DEFAULTS;
        assertThat(properties.doors().openExpiry()).isEqualTo(timers.openCommandExpiry());
        assertThat(properties.doors().queries()).isEqualTo(timers.doorQueries());
        assertThat(properties.doors().weights()).isEqualTo(timers.postCloseWeights());
        assertThat(properties.doors().weightsLook()).isEqualTo(timers.postCloseWeightsLook());
        assertThat(properties.doors().leftOpenAlarms()).isEqualTo(timers.doorLeftOpenAlarms());
        assertThat(properties.doors().abnormal()).isEqualTo(timers.abnormal());
        assertThat(properties.doors().lockLease()).isEqualTo(timers.doorLockLease());
        assertThat(properties.heartbeats().silent()).isEqualTo(timers.silent());
        assertThat(properties.cadence().heartbeat()).isEqualTo(timers.heartbeat());
        assertThat(properties.cadence().unlockWindow()).isEqualTo(timers.unlockWindow());
    }

    @Test
    void cabinetsAreToldTheCommonCadenceByDefault() {
        assertThat(bind(Map.of()).cadence().toCadence()).isEqualTo(Cadence.DEFAULT);
    }

    @Test
    void refusesALastQueryWithinTheUnlockWindow() {
        assertThatThrownBy(() -> bind(Map.of("kaimen.device.doors.queries", "2s,22s")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static DeviceProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("kaimen.device", DeviceProperties.class);
    }
}
