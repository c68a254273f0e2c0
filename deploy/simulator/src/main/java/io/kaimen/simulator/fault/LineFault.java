package io.kaimen.simulator.fault;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong between the cabinet and its server; kinds are those of the topics up. */
public sealed interface LineFault extends Fault {

    /**
     * Nothing goes out although it stays connected; events wait for the end, all else is lost.
     *
     * @param kinds which messages; absent: all
     */
    record Silent(@Nullable Set<String> kinds) implements LineFault {

        public Silent {
            Checks.kinds(kinds);
        }

        public boolean covers(String kind) {
            return Checks.among(kinds, kind);
        }
    }

    /** The connection is cut, and no new one made before the end. */
    record Gone() implements LineFault {

        @Override
        public boolean countable() {
            return false;
        }
    }

    /**
     * The connection is cut when an event is about to go out; the event goes out after it is back.
     *
     * @param at the event: unlocked, opened, closed, ...
     * @param awayMs until it connects again; absent: 5000
     */
    record Disconnects(String at, @Nullable Long awayMs) implements LineFault {

        public Disconnects {
            Checks.event(at);
            Checks.wait(awayMs, "awayMs");
        }

        public long away() {
            return awayMs == null ? 5_000 : awayMs;
        }

        @Override
        public Integer usualTimes() {
            return 1;
        }
    }

    /**
     * Messages go out late; events still in their order, others past each other.
     *
     * @param kinds which messages; absent: all
     * @param delayMs how late
     */
    record Late(@Nullable Set<String> kinds, long delayMs) implements LineFault {

        public Late {
            Checks.kinds(kinds);
            Checks.that(delayMs > 0, "delayMs is missing");
        }

        public boolean covers(String kind) {
            return Checks.among(kinds, kind);
        }
    }

    /**
     * Each message goes out twice, byte for byte, and once more later.
     *
     * @param kinds which messages; absent: all
     * @param againAfterMs until the third; absent: 1000
     */
    record Doubled(@Nullable Set<String> kinds, @Nullable Long againAfterMs) implements LineFault {

        public Doubled {
            Checks.kinds(kinds);
            Checks.wait(againAfterMs, "againAfterMs");
        }

        public boolean covers(String kind) {
            return Checks.among(kinds, kind);
        }

        public long againAfter() {
            return againAfterMs == null ? 1_000 : againAfterMs;
        }
    }

    /**
     * An event goes out after the one that follows it, as from firmware that takes its queue from
     * the wrong end; a power cut in between loses it.
     *
     * @param holdMs how long to wait for one to follow; absent: 5000
     */
    record Reordered(@Nullable Long holdMs) implements LineFault {

        public Reordered {
            Checks.wait(holdMs, "holdMs");
        }

        public long hold() {
            return holdMs == null ? 5_000 : holdMs;
        }
    }

    /**
     * Messages are lost for good, and the cabinet believes they were acknowledged.
     *
     * @param kind which messages; absent: events
     * @param event which events; absent: all
     */
    record Lost(@Nullable String kind, @Nullable String event) implements LineFault {

        public Lost {
            Checks.kinds(kind == null ? null : Set.of(kind));
            if (event != null) {
                Checks.event(event);
                Checks.that(kind == null || kind.equals("event"), "only events have an event");
            }
        }

        /**
         * @param happened the event's name; null when the message is none
         */
        public boolean covers(String what, @Nullable String happened) {
            return what.equals(kind == null ? "event" : kind)
                    && (event == null || event.equals(happened));
        }
    }

    /**
     * What comes down is not heard: not obeyed and not answered.
     *
     * @param types open, query, configure, time; absent: all but time
     */
    record Deaf(@Nullable List<String> types) implements LineFault {

        private static final List<String> COMMANDS = List.of("open", "query", "configure");

        public Deaf {
            for (String type : types == null ? COMMANDS : types) {
                Checks.that(COMMANDS.contains(type) || type.equals("time"), "no type " + type);
            }
        }

        public boolean covers(String type) {
            return (types == null ? COMMANDS : types).contains(type);
        }
    }
}
