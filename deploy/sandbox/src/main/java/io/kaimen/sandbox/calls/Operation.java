package io.kaimen.sandbox.calls;

/** What the merchant asks of Pay Score. */
public enum Operation {
    CREATE,
    QUERY,
    CANCEL,
    COMPLETE,
    MODIFY,
    SYNC,
    PAY,
    /** A path that is no call. */
    UNKNOWN
}
