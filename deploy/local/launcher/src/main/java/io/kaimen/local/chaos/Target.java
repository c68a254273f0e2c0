package io.kaimen.local.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is struck, and how. */
sealed interface Target {

    /** As the table names it. */
    String label();

    /** The stage at which alone it has an effect; none when any will do. */
    default Optional<Stage> onlyAt() {
        return Optional.empty();
    }

    /** What can be done to a process. */
    enum Harm {
        /** Signal 9: it ends at once and tells nobody. */
        KILL,
        /** Signal 19: it hangs, connections stay; it goes on after some seconds. */
        PAUSE,
        /** Signal 15: it ends in order, and what runs the stack starts it again. */
        RESTART
    }

    /**
     * A process of the stack.
     *
     * @param component its name in {@code instance.json}
     */
    record Process(String component, Harm harm) implements Target {

        @Override
        public String label() {
            return harm.name().toLowerCase(Locale.ROOT) + " " + component;
        }
    }

    /** All that Redis holds: what other instances would take for the truth is gone. */
    record EmptiedRedis() implements Target {

        @Override
        public String label() {
            return "empty redis";
        }
    }

    /**
     * The cabinet at which the ambushed purchase is made.
     *
     * @param label in words
     * @param faults for the simulator
     */
    record Cabinet(String label, List<Map<String, Object>> faults) implements Target {

        @Override
        public Optional<Stage> onlyAt() {
            return Optional.of(Stage.CONFIRMED);
        }
    }

    /**
     * The payment platform.
     *
     * @param label in words
     * @param fault for the sandbox
     */
    record Platform(String label, Map<String, Object> fault) implements Target {

        @Override
        public Optional<Stage> onlyAt() {
            return Optional.of(Stage.SCANNED);
        }
    }

    /** Components whose loss nothing may be lost by. */
    List<String> COMPONENTS =
            List.of(
                    "comm",
                    "comm-2",
                    "device",
                    "order",
                    "account",
                    "channel",
                    "replenish",
                    "seata",
                    "redis",
                    "rocketmq",
                    "database");

    /**
     * All there is.
     *
     * @param running names of the stack's components; one that is not there is left out
     */
    static List<Target> all(Set<String> running) {
        var processes =
                COMPONENTS.stream()
                        .filter(running::contains)
                        .flatMap(component ->
                                Stream.of(Harm.values())
                                        .map(harm -> (Target) new Process(component, harm)));
        var redis = Stream.<Target>of(new EmptiedRedis());
        return Stream.of(processes, redis, cabinets(), platform()).flatMap(all -> all).toList();
    }

    private static Stream<Target> cabinets() {
        return Stream.of(
                new Cabinet(
                        "cabinet silent 20 s", List.of(Map.of("fault", "silent", "seconds", 20))),
                new Cabinet(
                        "cabinet away 15 s after close",
                        List.of(Map.of("fault", "disconnects", "at", "closed", "awayMs", 15_000))),
                new Cabinet(
                        "cabinet doubles all, 20 s",
                        List.of(Map.of("fault", "doubled", "againAfterMs", 3_000, "seconds", 20))),
                new Cabinet(
                        "cabinet swaps events, 20 s",
                        List.of(Map.of("fault", "reordered", "holdMs", 3_000, "seconds", 20))),
                new Cabinet(
                        "cabinet loses opened",
                        List.of(Map.of("fault", "lost", "event", "opened", "times", 1))),
                new Cabinet(
                        "cabinet's answers lost",
                        List.of(Map.of("fault", "lost", "kind", "answer", "times", 2))),
                new Cabinet(
                        "cabinet reboots, door open",
                        List.of(
                                Map.of(
                                        "fault",
                                        "reboots",
                                        "at",
                                        "opened",
                                        "afterMs",
                                        1_500,
                                        "closeAfterMs",
                                        5_000))));
    }

    private static Stream<Target> platform() {
        return Stream.of(
                platform("platform: create's answer lost", "ANSWER_LOST", "CREATE"),
                platform("platform: complete's answer lost", "ANSWER_LOST", "COMPLETE"),
                platform("platform: cancel's answer lost", "ANSWER_LOST", "CANCEL"),
                platform(
                        "platform: confirmation dropped",
                        "NOTIFICATION_DROPPED",
                        "PAYSCORE.USER_CONFIRM"),
                platform(
                        "platform: payment told twice",
                        "NOTIFICATION_DOUBLED",
                        "PAYSCORE.USER_PAID"),
                platform(
                        "platform: payment not told",
                        "NOTIFICATION_DROPPED",
                        "PAYSCORE.USER_PAID"));
    }

    private static Target platform(String label, String kind, String on) {
        return new Platform(label, Map.of("kind", kind, "on", on, "times", 2));
    }
}
