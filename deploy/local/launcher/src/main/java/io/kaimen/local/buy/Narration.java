package io.kaimen.local.buy;

import io.kaimen.local.buy.PurchaseResult.Change;
import java.util.Map;

/** Puts the changes of an order's states into plain words, and says which service made each. */
final class Narration {

    private record Words(String who, String what) {}

    private static final Map<String, Words> WORDS =
            Map.ofEntries(
                    Map.entry(
                            "ORDER AUTHORISING",
                            new Words(
                                    "order",
                                    "door claimed; order and purchase hold written in one Seata transaction; WeChat asked")),
                    Map.entry(
                            "ORDER AUTHORISED",
                            new Words(
                                    "channel",
                                    "confirmation arrived signed and encrypted: verified, opened, recorded once, published")),
                    Map.entry(
                            "DOOR OPENING",
                            new Words(
                                    "device",
                                    "weights remembered; open command to the instance that holds the cabinet")),
                    Map.entry(
                            "DOOR OPENED",
                            new Words("comm", "cabinet reports by MQTT: the door is open")),
                    Map.entry("ORDER OPENED", new Words("order", "follows the door")),
                    Map.entry(
                            "DOOR CLOSED",
                            new Words("comm", "cabinet reports by MQTT: the door is closed")),
                    Map.entry("ORDER CLOSED", new Words("order", "follows the door")),
                    Map.entry(
                            "ORDER SETTLED",
                            new Words(
                                    "device",
                                    "weights are stable: basket worked out, told in a transactional message, door free")),
                    Map.entry(
                            "PAYMENT CAPTURING",
                            new Words("account", "booked in the ledger; WeChat to collect")),
                    Map.entry(
                            "PAYMENT PAID",
                            new Words(
                                    "account",
                                    "WeChat's payment notification verified and booked; purchase hold freed")),
                    Map.entry(
                            "PAYMENT NOTHING_DUE",
                            new Words("account", "nothing to pay; the authorisation is ended")),
                    Map.entry("PAYMENT FAILED", new Words("account", "could not be collected")),
                    Map.entry("DOOR FAULT", new Words("device", "the door did not open")),
                    Map.entry("ORDER CANCELLED", new Words("order", "cancelled")),
                    Map.entry(
                            "ORDER ABNORMAL",
                            new Words("order", "nobody can tell; an operator looks")));

    private Narration() {}

    static Event of(Change change) {
        var state = change.machine() + " " + change.to();
        var words = WORDS.getOrDefault(state, new Words("order", change.cause()));
        return new Event(change.at(), words.who(), words.what(), state);
    }
}
