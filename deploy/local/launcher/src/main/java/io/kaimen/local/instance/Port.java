package io.kaimen.local.instance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A port the stack listens on, with its number when nothing is moved. */
public enum Port {
    EDGE(8080),
    MQTT(1883),
    /** Of the second comm-service. */
    MQTT_2(1884),
    DATABASE(13306),
    REDIS(16379),
    ROCKETMQ_NAMESRV(19876),
    ROCKETMQ_BROKER(20911),
    SEATA(18091),
    SEATA_CONSOLE(18092),
    EUREKA(18761),
    JOBS(18070),
    SANDBOX(18090),
    SIMULATOR(18095),
    COMM(18101),
    DEVICE(18102),
    ORDER(18103),
    ACCOUNT(18104),
    CHANNEL(18105),
    REPLENISH(18106),
    COMM_2(18107),
    DEVICE_EXECUTOR(18202),
    ORDER_EXECUTOR(18203),
    ACCOUNT_EXECUTOR(18204),
    CHANNEL_EXECUTOR(18205),
    REPLENISH_EXECUTOR(18206);

    private final int number;

    Port(int number) {
        this.number = number;
    }

    /** The name used in options, messages and {@code instance.json}: lower case with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int number() {
        return number;
    }

    static Optional<Port> labelled(String label) {
        return Arrays.stream(values()).filter(port -> port.label().equals(label)).findFirst();
    }
}
