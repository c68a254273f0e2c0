package io.kaimen.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Timers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderPropertiesTest {

    private final OrderProperties defaults =
            new Binder(new MapConfigurationPropertySource(Map.of()))
                    .bindOrCreate("kaimen.order", OrderProperties.class);

    @Test
    void shoppersHaveTheTimeTheTimersGiveThem() {
        assertThat(defaults.authorise()).isEqualTo(Timers.DEFAULTS.authorise());
    }

    @Test
    void noClaimCountsAsLeftBehindWhileItsOrderIsBeingPlaced() {
        // Two calls of 6 s at most (connect and read), then the global transaction's 10 s.
        assertThat(defaults.intentAge()).isGreaterThan(Duration.ofSeconds(2 * 6 + 10));
    }

    @Test
    void deviceServiceAsksItsLastQuestionBeforeWeAsk() {
        assertThat(defaults.doorPatience()).isGreaterThan(Timers.DEFAULTS.doorQueries().getLast());
    }
}
