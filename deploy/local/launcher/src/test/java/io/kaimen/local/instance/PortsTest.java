package io.kaimen.local.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void anOffsetMovesEveryPort() {
        var ports = Ports.of(3000, Map.of());

        assertThat(ports.get(Port.EDGE)).isEqualTo(11080);
        assertThat(ports.get(Port.REPLENISH_EXECUTOR)).isEqualTo(21206);
    }

    @Test
    void aPortOfItsOwnIsNotMoved() {
        var ports = Ports.of(3000, Map.of("edge", 80, "rocketmq-namesrv", 9876));

        assertThat(ports.get(Port.EDGE)).isEqualTo(80);
        assertThat(ports.get(Port.ROCKETMQ_NAMESRV)).isEqualTo(9876);
        assertThat(ports.get(Port.DATABASE)).isEqualTo(16306);
    }

    @Test
    void canBeReadBackByLabel() {
        var ports = Ports.of(7, Map.of("seata", 9999));

        assertThat(Ports.of(0, ports.byLabel()).byLabel()).isEqualTo(ports.byLabel());
    }

    @Test
    void refusesAnUnknownName() {
        assertThatThrownBy(() -> Ports.of(0, Map.of("mysql", 3306)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mysql")
                .hasMessageContaining("database");
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatThrownBy(() -> Ports.of(0, Map.of("redis", 13306)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("13306")
                .hasMessageContaining("database")
                .hasMessageContaining("redis");
    }

    @Test
    void refusesAnOffsetThatLeavesTheRange() {
        assertThatThrownBy(() -> Ports.of(60_000, Map.of())).hasMessageContaining("65535");
    }
}
