package io.kaimen.contracts.trace;

/** What happened; the facts that go with each are named in brackets. */
public enum TraceKind {
    /** The shopper tapped (). */
    SCANNED,
    /** The order was written (place, fence). */
    ORDER_PLACED,
    /** One of an order's three states changed (machine, from, to, cause, happenedAt). */
    ORDER_MOVED,
    /** The story at the door went on (from, to, cause, unopened). */
    DOOR_SESSION_MOVED,
    /** A command was decided on (commandId, command, instance, expiresAt, sends, notHere). */
    COMMAND_ISSUED,
    /** A command was written to the cabinet's socket (commandId, command, instance). */
    COMMAND_SENT,
    /** The cabinet accepted a command (commandId, command). */
    COMMAND_ACKNOWLEDGED,
    /** A command came to nothing (commandId, command, outcome, detail). */
    COMMAND_FAILED,
    /**
     * The lock was released (those of every door event: bootId, sequence, uptimeMillis, receivedAt,
     * commandId).
     */
    DOOR_UNLOCKED,
    DOOR_OPENED,
    DOOR_CLOSED,
    /** Nobody pulled; locked again. */
    DOOR_RELOCKED,
    /** The answer to a question. */
    DOOR_IS_CLOSED,
    /** The answer to a question. */
    DOOR_IS_OPEN,
    DOOR_FAULT,
    /** Operators were told (alarm, detail). */
    ALARM_RAISED,
    /** The weights were turned into a basket (algorithm, totalFen, units, flags). */
    BASKET_DECIDED,
    /** An operator decided by hand (operator, action). */
    DECIDED_BY_HAND,
    /** A payment platform was called (operation, outcome, millis, status, error). */
    PLATFORM_CALLED,
    /** A notification of a platform arrived (eventType, outcome, deliveries). */
    PLATFORM_NOTIFIED,
    /** An authorisation reached a state (state). */
    AUTHORISATION_MOVED,
    /** A capture reached a state (state, amountFen, transactionId). */
    CAPTURE_MOVED,
    /** The shopper's one purchase at a time was taken (). */
    HOLD_PLACED,
    /** It is free again (). */
    HOLD_FREED,
    /** The order's settlement went on (from, to, cause). */
    SETTLEMENT_MOVED,
    /** The ledger was written (transaction, entries). */
    LEDGER_POSTED,
    /** A lane's book stock changed (lane, sku, units, unitsAfter). */
    STOCK_MOVED,
    /** A restock task was opened by it (taskNo, lane). */
    RESTOCK_TASK_OPENED
}
