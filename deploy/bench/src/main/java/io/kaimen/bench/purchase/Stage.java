package io.kaimen.bench.purchase;

/** What somebody or something waits for in a purchase; people's own time is in none of them. */
enum Stage {
    TAP_TO_ANSWER("tap to answer", "order: door claimed, order and hold written, platform asked"),
    CONSENT_TO_AUTHORISED(
            "consent to authorised", "platform's notification verified, recorded, told by message"),
    AUTHORISED_TO_COMMAND("authorised to command", "weights remembered, command sent"),
    COMMAND_TO_UNLOCKED(
            "command to unlocked", "by way of RocketMQ and MQTT to the lock, 150 ms its own"),
    PULL_TO_OPENED("pull to opened", "cabinet's event at the order"),
    CLOSE_TO_CLOSED("close to closed", "cabinet's event at the order"),
    CLOSED_TO_BASKET("closed to basket", "scales come to rest, basket worked out, told"),
    BASKET_TO_CHARGED("basket to charged", "ledger, capture, platform's notification, booked");

    private final String label;
    private final String what;

    Stage(String label, String what) {
        this.label = label;
        this.what = what;
    }

    String label() {
        return label;
    }

    String what() {
        return what;
    }
}
