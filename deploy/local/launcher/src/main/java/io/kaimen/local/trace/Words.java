package io.kaimen.local.trace;

import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TraceSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a moment of a trace into plain words. */
final class Words {

    /** What is later than this is told to be late. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private Words() {}

    static Event of(TraceMoment moment) {
        return new Event(moment.at(), who(moment), what(moment), state(moment));
    }

    private static String who(TraceMoment moment) {
        if (moment.kind() == TraceKind.COMMAND_SENT) {
            return moment.facts().getOrDefault("instance", "comm");
        }
        return moment.source() == TraceSource.PLATFORM
                ? "WeChat"
                : moment.source().name().toLowerCase(Locale.ROOT);
    }

    private static String state(TraceMoment moment) {
        Map<String, String> facts = moment.facts();
        return moment.kind() == TraceKind.ORDER_MOVED
                ? facts.get("machine") + " " + facts.get("to")
                : "";
    }

    private static String what(TraceMoment moment) {
        Facts facts = new Facts(moment.facts());
        return switch (moment.kind()) {
            case SCANNED -> "scans and taps \"open the door\"";
            case ORDER_PLACED ->
                    "door claimed, order and purchase hold written" + facts.in(" at ", "place", "");
            case ORDER_MOVED -> facts.get("cause") + late(facts, "happenedAt", moment.at());
            case DOOR_SESSION_MOVED ->
                    "door session " + facts.get("to") + ": " + facts.get("cause");
            case ALARM_RAISED -> "ALARM " + facts.get("alarm") + ": " + facts.get("detail");
            case BASKET_DECIDED -> basket(facts);
            case DECIDED_BY_HAND -> facts.get("operator") + " decides: " + facts.get("action");
            case COMMAND_ISSUED, COMMAND_SENT, COMMAND_ACKNOWLEDGED, COMMAND_FAILED ->
                    command(moment, facts);
            case DOOR_UNLOCKED -> door("unlocked", facts, moment.at());
            case DOOR_OPENED -> door("door open", facts, moment.at());
            case DOOR_CLOSED -> door("door closed", facts, moment.at());
            case DOOR_RELOCKED -> door("not pulled, locked again", facts, moment.at());
            case DOOR_IS_CLOSED -> door("asked: the door is closed", facts, moment.at());
            case DOOR_IS_OPEN -> door("asked: the door is open", facts, moment.at());
            case DOOR_FAULT -> door("door fault", facts, moment.at());
            case PLATFORM_CALLED,
                    PLATFORM_NOTIFIED,
                    AUTHORISATION_MOVED,
                    CAPTURE_MOVED,
                    HOLD_PLACED,
                    HOLD_FREED,
                    SETTLEMENT_MOVED,
                    LEDGER_POSTED ->
                    money(moment.kind(), facts);
            case STOCK_MOVED ->
                    "book stock of lane %s: %s, now %s"
                            .formatted(
                                    facts.get("lane"), facts.get("units"), facts.get("unitsAfter"));
            case RESTOCK_TASK_OPENED ->
                    "restock task "
                            + facts.get("taskNo")
                            + facts.in(" for warehouse ", "warehouse", "");
        };
    }

    private static String command(TraceMoment moment, Facts facts) {
        String command = facts.get("command");
        return switch (moment.kind()) {
            case COMMAND_ISSUED ->
                    command
                            + " for "
                            + facts.get("instance")
                            + valid(facts, moment.at())
                            + facts.in(", handed over ", "sends", " times");
            case COMMAND_SENT -> "writes " + command + " to the cabinet's MQTT connection";
            case COMMAND_ACKNOWLEDGED -> "acknowledges " + command;
            default ->
                    command
                            + " came to nothing: "
                            + facts.get("outcome")
                            + facts.in(" (", "detail", ")");
        };
    }

    private static String money(TraceKind kind, Facts facts) {
        return switch (kind) {
            case PLATFORM_CALLED ->
                    "signed call to WeChat: %s, %s in %s ms"
                            .formatted(
                                    facts.get("operation"),
                                    facts.get("outcome")
                                            + facts.in(" ", "status", "")
                                            + facts.in(" (", "error", ")"),
                                    facts.get("millis"));
            case PLATFORM_NOTIFIED ->
                    "notifies %s: %s%s"
                            .formatted(
                                    facts.get("eventType"),
                                    facts.get("outcome"),
                                    facts.get("deliveries").equals("1")
                                            ? ""
                                            : facts.in(", told ", "deliveries", " times"));
            case AUTHORISATION_MOVED ->
                    "authorisation " + facts.get("state") + facts.in(": ", "refusal", "");
            case CAPTURE_MOVED ->
                    "capture of "
                            + yuan(facts.number("amountFen"))
                            + " yuan "
                            + facts.get("state")
                            + facts.in(": ", "refusal", "");
            case HOLD_PLACED -> "purchase hold placed";
            case HOLD_FREED -> "purchase hold freed" + facts.in(": ", "cause", "");
            case SETTLEMENT_MOVED -> "settlement " + facts.get("to") + facts.in(": ", "cause", "");
            default -> "ledger: " + facts.get("transaction") + facts.in(" (", "entries", ")");
        };
    }

    private static String basket(Facts facts) {
        return "weights are stable: basket of %s, %s yuan, by %s%s"
                .formatted(
                        units(facts.get("units")),
                        yuan(facts.number("totalFen")),
                        facts.get("algorithm"),
                        facts.in("; flagged: ", "flags", ""));
    }

    private static String units(String count) {
        return count.equals("1") ? "1 unit" : count + " units";
    }

    private static String door(String what, Facts facts, Instant at) {
        return "%s (MQTT event %s)%s"
                .formatted(
                        what,
                        facts.get("sequence"),
                        lateBy(at, facts.time("receivedAt"), "received"));
    }

    private static String late(Facts facts, String happenedAt, Instant knownAt) {
        Instant happened = facts.time(happenedAt);
        return happened == null ? "" : lateBy(happened, knownAt, "known");
    }

    private static String lateBy(Instant happened, @Nullable Instant known, String verb) {
        if (known == null || Duration.between(happened, known).compareTo(LATE) <= 0) {
            return "";
        }
        return ", %s %.1f s later"
                .formatted(verb, Duration.between(happened, known).toMillis() / 1000.0);
    }

    private static String valid(Facts facts, Instant at) {
        Instant expires = facts.time("expiresAt");
        return expires == null
                ? ""
                : ", valid %.1f s".formatted(Duration.between(at, expires).toMillis() / 1000.0);
    }

    /** An amount in yuan. */
    static String yuan(@Nullable Long fen) {
        return fen == null ? "?" : BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** A moment's facts, of which any may be missing. */
    private record Facts(Map<String, String> values) {

        String get(String name) {
            return values.getOrDefault(name, "?");
        }

        /** The fact between two words; nothing when it is missing. */
        String in(String before, String name, String after) {
            String value = values.get(name);
            return value == null ? "" : before + value + after;
        }

        @Nullable Instant time(String name) {
            String value = values.get(name);
            return value == null ? null : Instant.parse(value);
        }

        @Nullable Long number(String name) {
            String value = values.get(name);
            return value == null ? null : Long.valueOf(value);
        }
    }
}
