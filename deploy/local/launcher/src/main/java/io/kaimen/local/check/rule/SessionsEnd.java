package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.Row;
import java.time.Duration;
import java.util.List;

/**
 * A door that was commanded, and above all one that was opened, comes to an end. Each state has its
 * own time; an abnormal session waits for an operator and is never right.
 */
final class SessionsEnd implements Rule {

    private static final String SQL =
            """
            select order_no, state, state_changed_at, sn, door
            from device.door_session
            where state not in ('SETTLED', 'NOT_OPENED')
            """;

    @Override
    public String name() {
        return "sessions-end";
    }

    @Override
    public String says() {
        return "every door session ended: settled, or the door was not opened";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return evidence.tables().rows(SQL).stream()
                .map(row ->
                        Finding.staying(
                                "device.door_session",
                                row.text("order_no"),
                                "%s at door %s of %s"
                                        .formatted(
                                                row.text("state"),
                                                row.text("door"),
                                                row.text("sn")),
                                row.timeOrNull("state_changed_at"),
                                patience(row),
                                evidence.now()))
                .toList();
    }

    private static Duration patience(Row row) {
        return switch (row.text("state")) {
            case "OPENING" -> Patience.OPENING;
            case "OPENED" -> Patience.OPEN;
            case "CLOSED" -> Patience.WEIGHTS;
            default -> Duration.ZERO;
        };
    }
}
